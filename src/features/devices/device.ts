import { invalidField } from '../../kernel/errors.ts';

/** Where push messages go through. */
export const devicePlatforms = ['ios', 'android'] as const;
export type DevicePlatform = (typeof devicePlatforms)[number];

/** The longest token, in characters: Apple's and Google's have a few hundred. */
const MAX_TOKEN_LENGTH = 4_096;

/** Throws FIELDS_INVALID when this cannot be the token of a phone. */
export const requireDeviceToken = (token: string): void => {
  if (token.length <= MAX_TOKEN_LENGTH && /^[\x21-\x7E]+$/u.test(token)) return;
  throw invalidField('deviceToken', `must have 1 to ${MAX_TOKEN_LENGTH} characters, without spaces`);
};
