import { type Static, Type } from 'typebox';
import { workspaceRoles } from '../../kernel/permissions.ts';
import { avatarUrlOf } from '../../kernel/person.ts';
import type { Context } from '../../platform/context.ts';
import { AvatarUrl } from '../../platform/http/api/avatar-url.ts';
import { readableEmail } from './people-in-sight.ts';
import type { User } from './user.ts';

const own = {
  id: Type.Integer({ minimum: 1, description: 'The ID.' }),
  username: Type.String({ description: 'The name to sign in with and to be mentioned by.' }),
  displayName: Type.String({ description: 'The name that others see.' }),
  firstName: Type.String({ description: 'The first name; "" for none.' }),
  lastName: Type.String({ description: 'The last name; "" for none.' }),
  avatarUrl: AvatarUrl,
  email: Type.Union([Type.String(), Type.Null()], {
    description: 'The e-mail address; "" for none, null when it is not for you.',
  }),
  role: Type.Enum([...workspaceRoles], { description: 'The role in the workspace.' }),
  timeZone: Type.String({ description: 'The IANA name of the time zone, for example Europe/Stockholm.' }),
  isActive: Type.Boolean({ description: 'False for somebody who has no access any more.' }),
};

/** Somebody with an account. */
export const ApiUser = Type.Object(own, {
  $id: 'User',
  additionalProperties: false,
  description: 'Somebody with an account.',
});
export type ApiUser = Static<typeof ApiUser>;

/** The properties of a user, for shapes that have them among others. */
export const userProperties = own;

/** The user as whoever acts may see them. */
export const presentUser = async (ctx: Context, user: User): Promise<ApiUser> => ({
  id: user.id,
  username: user.username,
  displayName: user.displayName,
  firstName: user.firstName,
  lastName: user.lastName,
  avatarUrl: avatarUrlOf(user),
  email: await readableEmail(ctx, user),
  role: user.role,
  timeZone: user.timeZone,
  isActive: user.active,
});
