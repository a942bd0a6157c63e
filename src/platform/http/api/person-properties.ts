import { Type } from 'typebox';
import { AvatarUrl } from './avatar-url.ts';

/** Somebody as they are shown beside what is theirs: the properties of every such shape. */
export const personProperties = {
  id: Type.Integer(),
  username: Type.String(),
  displayName: Type.String(),
  avatarUrl: AvatarUrl,
};
