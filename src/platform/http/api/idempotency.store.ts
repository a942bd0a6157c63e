import { randomUUID } from 'node:crypto';
import { prepared } from '../../database/prepared.ts';
import type { Session } from '../../database/session.ts';

interface KeyOfUser {
  readonly userId: number;
  readonly key: string;
}

/**
 * What stands in the place of an answer as long as there is none. Where it was committed, a program of before has left it
 * there, whose holders had no names.
 */
const NO_ANSWER = '';

/** What a request that several transactions carry out writes there begins so: sealed answers have no spaces. */
const LEASED_BY = 'leased by ';

/** Tells one request from all others with the same key. */
export const newHolder = (): string => `${LEASED_BY}${randomUUID()}`;

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

/** A key in the hands of one request. */
export interface LeasedKey extends KeyOfUser {
  readonly holder: string;
}

interface LeaseKey extends ClaimKey, LeasedKey {
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
      answer: value.holder,
      created_at: value.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'key'])
        .doUpdateSet({ fingerprint: value.fingerprint, answer: value.holder, created_at: value.at })
        .where(({ and, or, eb }) =>
          or([
            eb('idempotency_keys.created_at', '<', value.keptSince),
            and([
              or([
                eb('idempotency_keys.answer', 'like', `${LEASED_BY}%`),
                eb('idempotency_keys.answer', '=', NO_ANSWER),
              ]),
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

interface RenewLease extends LeasedKey {
  readonly at: number;
}

/** Says that the request is still under way, unless another one has its key by now. */
export const renewLease = async ({ kysely }: Session, { at, ...leased }: RenewLease): Promise<void> => {
  await kysely
    .updateTable('idempotency_keys')
    .set({ created_at: at })
    .where('user_id', '=', leased.userId)
    .where('key', '=', leased.key)
    .where('answer', '=', leased.holder)
    .execute();
};

/** Lets the key be used again, unless another request has it by now: what was under way was refused. */
export const endLease = async ({ kysely }: Session, leased: LeasedKey): Promise<void> => {
  await kysely
    .deleteFrom('idempotency_keys')
    .where('user_id', '=', leased.userId)
    .where('key', '=', leased.key)
    .where('answer', '=', leased.holder)
    .execute();
};

/** Whether what is kept stands for a request that is under way. */
export const isUnderWay = ({ answer }: { readonly answer: string }): boolean =>
  answer === NO_ANSWER || answer.startsWith(LEASED_BY);

/** What was answered to the request with this key. */
export const selectKeptAnswer = (session: Session, id: KeyOfUser) => byKey.first(session, id);

interface KeepAnswer extends KeyOfUser {
  readonly answer: string;
  /** The request whose answer it is, where it has leased the key. */
  readonly holder?: string;
}

const update = prepared((db, value: Required<KeepAnswer>) =>
  db
    .updateTable('idempotency_keys')
    .set({ answer: value.answer })
    .where('user_id', '=', value.userId)
    .where('key', '=', value.key)
    .where('answer', '=', value.holder)
    .returning('key'),
);

/** Keeps the answer for repeats; false when the key is that of another request by now. */
export const updateKeptAnswer = async (session: Session, values: KeepAnswer): Promise<boolean> =>
  (await update.first(session, { holder: NO_ANSWER, ...values })) !== undefined;

/** Forgets answers that were kept long enough. */
export const deleteKeptAnswers = async (session: Session, { before }: { readonly before: number }): Promise<void> => {
  await session.kysely.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
};
