import { Type } from 'typebox';

/** Where the picture of somebody is. */
export const AvatarUrl = Type.Union([Type.String(), Type.Null()], {
  description: 'Where their picture is, on this server; null for none. It changes with the picture.',
});
