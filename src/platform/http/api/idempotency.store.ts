import { prepared } from '../../database/prepared.ts';
import type { Session } from '../../database/session.ts';

interface KeyOfUser {
  readonly userId: number;
  readonly key: string;
}

/** What stands in the place of an answer as long as there is none. */
const NO_ANSWER = '';

interface ClaimKey extends KeyOfUser {
  readonly fingerprint: string;
  readonly at: number;
  /** Claims from before are void. */
  readonly keptSince: number;
}

const claim = prepared((db, value: ClaimKey) =>
  db
    .insertInto('idempotency_keys')
    .values({
      user_id: value.userId,
      key: value.key,
      fingerprint: value.fingerprint,
      answer: NO_ANSWER,
      created_at: value.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'key'])
        .doUpdateSet({ fingerprint: value.fingerprint, answer: NO_ANSWER, created_at: value.at })
        .where('idempotency_keys.created_at', '<', value.keptSince),
    )
    .returning('key'),
);

/** Makes the key that of this request; false when it belongs to one already. */
export const claimKey = async (session: Session, values: ClaimKey): Promise<boolean> =>
  (await claim.first(session, values)) !== undefined;

const byKey = prepared((db, value: KeyOfUser) =>
  db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'answer', 'created_at as at'])
    .where('user_id', '=', value.userId)
    .where('key', '=', value.key),
);

interface LeaseKey extends ClaimKey {
  /** Leases from before are void. */
  readonly leasedSince: number;
}

const lease = prepared((db, value: LeaseKey) =>
  db
    .insertInto('idempotency_keys')
    .values({
      user_id: value.userId,
      key: value.key,
      fingerprint: value.fingerprint,
      answer: NO_ANSWER,
      created_at: value.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'key'])
        .doUpdateSet({ fingerprint: value.fingerprint, answer: NO_ANSWER, created_at: value.at })
        .where(({ and, or, eb }) =>
          or([
            eb('idempotency_keys.created_at', '<', value.keptSince),
            and([
              eb('idempotency_keys.answer', '=', NO_ANSWER),
              eb('idempotency_keys.fingerprint', '=', value.fingerprint),
              eb('idempotency_keys.created_at', '<', value.leasedSince),
            ]),
          ]),
        ),
    )
    .returning('key'),
);

/**
 * The same for a request that several transactions carry out: also when it is under way already, but nobody has said so
 * for a while.
 */
export const leaseKey = async (session: Session, values: LeaseKey): Promise<boolean> =>
  (await lease.first(session, values)) !== undefined;

interface RenewLease extends KeyOfUser {
  readonly at: number;
}

/** Says that the request with this key is still under way. */
export const renewLease = async ({ kysely }: Session, { userId, key, at }: RenewLease): Promise<void> => {
  await kysely
    .updateTable('idempotency_keys')
    .set({ created_at: at })
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('answer', '=', NO_ANSWER)
    .execute();
};

/** Lets the key be used again, unless there is an answer: what was under way was refused. */
export const endLease = async ({ kysely }: Session, { userId, key }: KeyOfUser): Promise<void> => {
  await kysely
    .deleteFrom('idempotency_keys')
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('answer', '=', NO_ANSWER)
    .execute();
};

/** Whether what is kept stands for a request that is under way. */
export const isUnderWay = ({ answer }: { readonly answer: string }): boolean => answer === NO_ANSWER;

/** What was answered to the request with this key. */
export const selectKeptAnswer = (session: Session, id: KeyOfUser) => byKey.first(session, id);

const update = prepared((db, value: KeyOfUser & { readonly answer: string }) =>
  db
    .updateTable('idempotency_keys')
    .set({ answer: value.answer })
    .where('user_id', '=', value.userId)
    .where('key', '=', value.key)
    .where('answer', '=', NO_ANSWER)
    .returning('key'),
);

/** Keeps the answer for repeats; false when there is one already. */
export const updateKeptAnswer = async (
  session: Session,
  values: KeyOfUser & { readonly answer: string },
): Promise<boolean> => (await update.first(session, values)) !== undefined;

/** Forgets answers that were kept long enough. */
export const deleteKeptAnswers = async (session: Session, { before }: { readonly before: number }): Promise<void> => {
  await session.kysely.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
};
