import { type Static, Type } from 'typebox';
import { mailLanguages } from './mail.ts';
import { MAX_SOUGHT_LENGTH } from './password-request.ts';

const language = Type.Optional(
  Type.Enum([...mailLanguages], { description: 'The language in which the mail is written; English unless told.' }),
);

/** The body of somebody who cannot sign in. */
export const PasswordRequestBody = Type.Object(
  {
    usernameOrEmail: Type.String({
      minLength: 1,
      maxLength: MAX_SOUGHT_LENGTH,
      description: 'The user name or the e-mail address, in whatever case.',
    }),
    language,
  },
  {
    $id: 'PasswordRequest',
    examples: [{ usernameOrEmail: 'sara.lindqvist', language: 'en' }],
    additionalProperties: false,
    description: 'Who wants a link to set a new password.',
  },
);

/** The body of an administrator who lets a link be sent. */
export const PasswordMailBody = Type.Object(
  { language },
  { $id: 'PasswordMail', examples: [{ language: 'en' }], additionalProperties: false },
);

/** The language of a body that may leave it out. */
export const languageOf = ({ language: wanted = 'en' }: Static<typeof PasswordMailBody>) => wanted;
