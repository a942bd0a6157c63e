import { type Static, Type } from 'typebox';
import type { Preferences } from './get-preferences.ts';
import type { NotificationReason } from './notification.ts';

const whether = (description: string) => Type.Boolean({ description });

const reasons = {
  mentioned: whether('You were mentioned in a comment.'),
  assigned: whether('A case was assigned to you.'),
  assignee: whether('Something happened to a case that is assigned to you.'),
  reporter: whether('The same of one that you reported.'),
  recipient: whether('The same of one of which you are kept informed.'),
  commenter: whether('The same of one that you commented on.'),
  liked: whether('Somebody likes your case or your comment.'),
} as const satisfies Record<NotificationReason, unknown>;

/** For which reasons one is told of cases, in the new API. */
export const ApiPreferences = Type.Object(
  {
    reasons: Type.Object(reasons, {
      additionalProperties: false,
      description:
        'Whether you are told for this reason. Who is concerned for several is told for the first that is on.',
    }),
  },
  { $id: 'NotificationPreferences', additionalProperties: false, description: 'Why you are told of cases.' },
);

/** The body that switches reasons on and off: a merge patch (RFC 7396). */
export const PreferencesPatch = Type.Object(
  { reasons: Type.Partial(Type.Object(reasons), { additionalProperties: false, minProperties: 1 }) },
  {
    $id: 'NotificationPreferencesPatch',
    examples: [{ reasons: { liked: false, commenter: false } }],
    additionalProperties: false,
  },
);

export const presentPreferences = (preferences: Preferences): Static<typeof ApiPreferences> => ({
  reasons: { ...preferences },
});
