import { type Static, Type } from 'typebox';
import { spaceRoles } from '../../kernel/permissions.ts';
import { avatarUrlOf } from '../../kernel/person.ts';
import { AvatarUrl } from '../../platform/http/api/avatar-url.ts';
import { encodeCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';
import type { Member } from './member.ts';

const role = Type.Enum([...spaceRoles], { description: 'The role in the space.' });

/** A membership in the new API. */
export const ApiMember = Type.Object(
  {
    userId: Id('The ID of the user.'),
    username: Type.String({ description: 'The name to sign in with and to be mentioned by.' }),
    displayName: Type.String({ description: 'The name that others see.' }),
    avatarUrl: AvatarUrl,
    isActive: Type.Boolean({ description: 'False for somebody who has no access any more.' }),
    role,
  },
  { $id: 'Member', additionalProperties: false, description: 'Somebody who was given a role in a space.' },
);
export type ApiMember = Static<typeof ApiMember>;

/** The body that gives somebody a role. */
export const Membership = Type.Object(
  { role },
  { $id: 'Membership', examples: [{ role: 'agent' }], additionalProperties: false },
);

/** The parameters of the list. */
export const MemberQuery = Type.Object(
  {
    ...pageQuery,
    role: Type.Optional(Type.Enum([...spaceRoles], { description: 'Only members with this role.' })),
  },
  { additionalProperties: false },
);

export const MemberPage = pageOf(ApiMember);

export const presentMember = ({ user, role: given }: Member): ApiMember => ({
  userId: user.id,
  username: user.username,
  displayName: user.displayName,
  avatarUrl: avatarUrlOf(user),
  isActive: user.active,
  role: given,
});

/** A page of members, of which one more than its length was looked for. */
export const presentMemberPage = (found: readonly Member[], limit: number): Static<typeof MemberPage> => {
  const shown = found.slice(0, limit).map(presentMember);
  const last = shown.at(-1);
  return { items: shown, next: found.length > limit && last ? encodeCursor([last.userId]) : null };
};
