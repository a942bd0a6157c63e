import type { Right } from '../../kernel/permissions.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { ApiKey, KeyOrigin, KeyState } from './key.ts';

const columns = [
  'id',
  'user_id as userId',
  'name',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
  'space_ids as spaceIds',
  'rights',
  'origin',
  'last_used_at as lastUsedAt',
  'user_agent as userAgent',
  'made_with_key_id as madeWithKeyId',
] as const;

interface KeyRow extends Omit<ApiKey, 'spaceIds' | 'rights' | 'origin'> {
  readonly spaceIds: string | null;
  readonly rights: string | null;
  readonly origin: string;
}

const toKey = ({ spaceIds, rights, origin, ...row }: KeyRow): ApiKey => ({
  ...row,
  origin: origin as KeyOrigin,
  spaceIds: spaceIds === null ? null : (JSON.parse(spaceIds) as number[]),
  rights: rights === null ? null : (JSON.parse(rights) as Right[]),
});

const byHash = prepared((db, value: { hash: string }) =>
  db.selectFrom('api_keys').select(columns).where('key_hash', '=', value.hash),
);

export const selectKeyByHash = async (session: Session, hash: string): Promise<ApiKey | undefined> => {
  const row = await byHash.first(session, { hash });
  return row && toKey(row);
};

export const selectKey = async (session: Session, id: number): Promise<ApiKey | undefined> => {
  const row = await session.kysely.selectFrom('api_keys').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toKey(row);
};

export const selectKeys = async (session: Session): Promise<ApiKey[]> =>
  (await session.kysely.selectFrom('api_keys').select(columns).orderBy('id').execute()).map(toKey);

export const insertKey = async (
  session: Session,
  key: Omit<ApiKey, 'id' | 'revokedAt' | 'lastUsedAt'> & { hash: string },
): Promise<number> => {
  const { id } = await session.kysely
    .insertInto('api_keys')
    .values({
      user_id: key.userId,
      name: key.name,
      origin: key.origin,
      key_hash: key.hash,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      revoked_at: null,
      space_ids: key.spaceIds && JSON.stringify(key.spaceIds),
      rights: key.rights && JSON.stringify(key.rights),
      user_agent: key.userAgent,
      made_with_key_id: key.madeWithKeyId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

interface RevokeWithMade {
  readonly keyIds: readonly number[];
  readonly revokedAt: number;
}

/** What is told of a key that was ended. */
interface EndedKey {
  readonly keyId: number;
  readonly userId: number;
  readonly name: string;
  readonly origin: string;
}

/** Ends the keys and all that were made with them, with those made with these, and so on; answers with those that worked. */
export const revokeWithMade = async (
  { kysely }: Session,
  { keyIds, revokedAt }: RevokeWithMade,
): Promise<EndedKey[]> => {
  const ended = kysely
    .withRecursive('made', (db) =>
      db
        .selectFrom('api_keys')
        .select('id')
        .where('id', 'in', keyIds)
        .union(
          db.selectFrom('api_keys').innerJoin('made', 'made.id', 'api_keys.made_with_key_id').select('api_keys.id'),
        ),
    )
    .updateTable('api_keys')
    .set({ revoked_at: revokedAt })
    .where('id', 'in', (db) => db.selectFrom('made').select('made.id'))
    .where('revoked_at', 'is', null)
    .returning(['id as keyId', 'user_id as userId', 'name', 'origin']);
  return (await ended.execute()).toSorted((one, other) => one.keyId - other.keyId);
};

export const updateName = async (session: Session, id: number, name: string): Promise<void> => {
  await session.kysely.updateTable('api_keys').set({ name }).where('id', '=', id).execute();
};

interface KeysOfOrigins {
  readonly userId: number;
  readonly origins: readonly KeyOrigin[];
}

/** The keys of the user that came about in one of these ways and were not ended, the ones used last first. */
export const selectLiveKeys = async ({ kysely }: Session, { userId, origins }: KeysOfOrigins): Promise<ApiKey[]> => {
  const rows = await kysely
    .selectFrom('api_keys')
    .select(columns)
    .where('user_id', '=', userId)
    .where('origin', 'in', origins)
    .where('revoked_at', 'is', null)
    .orderBy(({ fn }) => fn.coalesce('last_used_at', 'created_at'), 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toKey);
};

interface SelectKeysOf {
  /** Whose keys; undefined for everybody's. */
  readonly userId: number | undefined;
  readonly state: KeyState | 'all';
  /** Only keys with smaller IDs. */
  readonly beforeId: number | undefined;
  readonly limit: number;
  readonly now: number;
}

/** Keys of the user, or of everybody, the newest first; sessions are none. */
export const selectKeysOf = async (
  { kysely }: Session,
  { userId, state, beforeId, limit, now }: SelectKeysOf,
): Promise<ApiKey[]> => {
  let query = kysely.selectFrom('api_keys').select(columns).where('origin', '<>', 'session');
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  if (state === 'revoked') query = query.where('revoked_at', 'is not', null);
  else if (state !== 'all') {
    query = query
      .where('revoked_at', 'is', null)
      .where(({ eb }) =>
        state === 'expired'
          ? eb('expires_at', '<=', now)
          : eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]),
      );
  }
  if (beforeId !== undefined) query = query.where('id', '<', beforeId);
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toKey);
};

const touch = prepared((db, value: { id: number; at: number; before: number }) =>
  db
    .updateTable('api_keys')
    .set({ last_used_at: value.at })
    .where('id', '=', value.id)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', value.before)])),
);

interface UpdateLastUsed {
  readonly id: number;
  readonly at: number;
  /** Where it was used after this instant already, nothing is written. */
  readonly before: number;
}

export const updateLastUsedAt = async (session: Session, values: UpdateLastUsed): Promise<void> => {
  await touch.all(session, { ...values });
};
