import { type Static, Type } from 'typebox';
import { workspaceRoles } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { originOf, type ReachedRequest } from '../../platform/http/origin.ts';
import { PASSWORD_LINK_TTL_MS } from './password-link.ts';
import { MAX_DISPLAY_NAME_LENGTH, MAX_EMAIL_LENGTH, MAX_NAME_LENGTH } from './profile.ts';
import { MAX_USERNAME_LENGTH } from './user.ts';

const profile = {
  displayName: Type.String({
    description: `The name that others see: one line of plain text, at most ${MAX_DISPLAY_NAME_LENGTH} characters.`,
  }),
  firstName: Type.String({ description: `The first name, at most ${MAX_NAME_LENGTH} characters; "" for none.` }),
  lastName: Type.String({ description: `The last name, at most ${MAX_NAME_LENGTH} characters; "" for none.` }),
  email: Type.String({ description: `The e-mail address, at most ${MAX_EMAIL_LENGTH} characters; "" for none.` }),
  timeZone: Type.String({ description: 'The IANA name of the time zone, for example Europe/Stockholm.' }),
};
const role = Type.Enum([...workspaceRoles], { description: 'The role in the workspace.' });

/** The body of a new user. */
export const NewUserBody = Type.Object(
  {
    username: Type.String({
      minLength: 1,
      description: `The name to sign in with and to be mentioned by: at most ${MAX_USERNAME_LENGTH} characters, without
spaces and colons, that nobody else has in any case.`,
    }),
    ...Type.Partial(Type.Object(profile)).properties,
    role: Type.Optional(role),
  },
  {
    $id: 'NewUser',
    examples: [
      {
        username: 'mika.virtanen',
        displayName: 'Mika Virtanen',
        email: 'mika.virtanen@example.com',
        timeZone: 'Europe/Helsinki',
        role: 'member',
      },
    ],
    additionalProperties: false,
  },
);

/** The body of an update by an administrator: a merge patch (RFC 7396). */
export const UserPatch = Type.Partial(
  Type.Object({
    ...profile,
    role,
    isActive: Type.Boolean({
      description: 'False ends the access: keys, sessions and password stop working at once. Cases and history stay.',
    }),
  }),
  {
    $id: 'UserPatch',
    examples: [{ email: 'sara@example.com', timeZone: 'Europe/Stockholm' }],
    additionalProperties: false,
    minProperties: 1,
  },
);

/** The body of an update of oneself: a merge patch (RFC 7396). */
export const MePatch = Type.Partial(
  Type.Object({
    ...profile,
    currentPassword: Type.String({ minLength: 1, description: 'Your password; needed for another e-mail address.' }),
  }),
  {
    $id: 'MePatch',
    examples: [{ timeZone: 'Europe/Berlin' }],
    additionalProperties: false,
    minProperties: 1,
  },
);

/** The body of a change of password. */
export const PasswordChange = Type.Object(
  {
    oldPassword: Type.String({ minLength: 1, description: 'The password until now.' }),
    newPassword: Type.String({ minLength: 1, description: 'The password from now on: 12 to 1000 characters.' }),
  },
  {
    $id: 'PasswordChange',
    examples: [{ oldPassword: 'casekeep sandbox', newPassword: 'a longer sandbox password' }],
    additionalProperties: false,
  },
);

/** A link to set a password. */
export const PasswordLink = Type.Object(
  {
    url: Type.String({ format: 'uri', description: 'The page where the user sets a password, once. Told only now.' }),
    expiresAt: Timestamp('When it stops working: in a day.'),
  },
  { $id: 'PasswordLink', additionalProperties: false, description: 'A link for a user who is to set a password.' },
);

/** What the body of an update asks for, in the words of the core. */
export const readUserPatch = ({ isActive, ...changes }: Static<typeof UserPatch>) => ({
  ...changes,
  ...(isActive === undefined ? {} : { active: isActive }),
});

/** What the body of an update of oneself asks for, in the words of the core. */
export const readMePatch = ({ currentPassword, ...changes }: Static<typeof MePatch>) => ({ changes, currentPassword });

/** The link on the wire. */
export const presentPasswordLink = (
  { platform, now }: Context,
  request: ReachedRequest,
  token: string,
): Static<typeof PasswordLink> => ({
  url: `${originOf(request, platform)}/password/${token}`,
  expiresAt: timestamp(now + PASSWORD_LINK_TTL_MS),
});
