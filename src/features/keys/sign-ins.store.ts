import type { Session } from '../../platform/database/session.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

export const insertSignIn = async ({ kysely }: Session, attempt: Omit<SignInAttempt, 'id'>): Promise<void> => {
  const { userId, userAgent, keyId, ...others } = attempt;
  await kysely
    .insertInto('sign_ins')
    .values({ ...others, user_id: userId, user_agent: userAgent, key_id: keyId })
    .execute();
};

/** Removes some of what was before an instant; answers how many. */
export const deleteSignInsBefore = async (
  { kysely }: Session,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<number> => {
  const old = kysely.selectFrom('sign_ins').select('id').where('at', '<', before).orderBy('at').limit(limit);
  return (await kysely.deleteFrom('sign_ins').where('id', 'in', old).returning('id').execute()).length;
};

/** Removes some of the failed attempts that are more than so many, the oldest ones; answers how many. */
export const deleteFailedBeyond = async (
  { kysely }: Session,
  { most, limit }: { readonly most: number; readonly limit: number },
): Promise<number> => {
  const tooMany = kysely
    .selectFrom('sign_ins')
    .select('id')
    .where('succeeded', '=', false)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(most);
  return (await kysely.deleteFrom('sign_ins').where('id', 'in', tooMany).returning('id').execute()).length;
};
