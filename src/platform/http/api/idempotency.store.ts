import { prepared } from '../../database/prepared.ts';
import type { Session } from '../../database/session.ts';

interface KeyOfUser {
  readonly userId: number;
  readonly key: string;
}

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
      answer: '',
      created_at: value.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'key'])
        .doUpdateSet({ fingerprint: value.fingerprint, answer: '', created_at: value.at })
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

/** What was answered to the request with this key. */
export const selectKeptAnswer = (session: Session, id: KeyOfUser) => byKey.first(session, id);

const update = prepared((db, value: KeyOfUser & { readonly answer: string }) =>
  db
    .updateTable('idempotency_keys')
    .set({ answer: value.answer })
    .where('user_id', '=', value.userId)
    .where('key', '=', value.key),
);

/** Keeps the answer for repeats. */
export const updateKeptAnswer = async (
  session: Session,
  values: KeyOfUser & { readonly answer: string },
): Promise<void> => {
  await update.all(session, values);
};

/** Forgets answers that were kept long enough. */
export const deleteKeptAnswers = async (session: Session, { before }: { readonly before: number }): Promise<void> => {
  await session.kysely.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
};
