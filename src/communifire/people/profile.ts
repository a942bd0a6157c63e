import type { User } from '../../features/users/user.ts';
import type { Context } from '../../platform/context.ts';
import type { Query } from '../query.ts';
import { readQueryCsv } from '../query-csv.ts';
import { rankNames, visibleEmail } from './present-user.ts';

type Profile = Readonly<Record<string, string | readonly string[]>>;

/** Profile pictures come in two sizes; users of this product have none. */
const noPhoto = ['', ''] as const;

/**
 * The profile as captions with their values; with a list of captions in the URL, these as they are spelled there, and
 * "" for what the profile does not have. Source: communifire-api.md section 3, session and people.
 */
export const profileOf = async (ctx: Context, user: User, query: Query): Promise<Profile> => {
  const profile: Profile = {
    'First name': user.firstName,
    'Last name': user.lastName,
    'Display name': user.displayName,
    'User name': user.username,
    Email: await visibleEmail(ctx, user),
    'Profile photo': noPhoto,
    'Time zone': user.timeZone,
    Rank: rankNames[user.role],
  };
  const asked = readQueryCsv(query, 'fields');
  if (asked.length === 0) return profile;
  const byLowerCaption = new Map(Object.entries(profile).map(([caption, value]) => [caption.toLowerCase(), value]));
  return Object.fromEntries(asked.map((caption) => [caption, byLowerCaption.get(caption.toLowerCase()) ?? '']));
};
