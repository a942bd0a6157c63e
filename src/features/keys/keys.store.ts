import type { Right } from '../../kernel/permissions.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { ApiKey, KeyOrigin } from './key.ts';

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

export const updateRevokedAt = async (session: Session, id: number, revokedAt: number): Promise<void> => {
  await session.kysely.updateTable('api_keys').set({ revoked_at: revokedAt }).where('id', '=', id).execute();
};

interface KeysOfOrigins {
  readonly userId: number;
  readonly origins: readonly KeyOrigin[];
}

/** Ends all keys of the user that came about in one of these ways, and answers with their IDs. */
export const revokeKeysOfOrigins = async (
  { kysely }: Session,
  { userId, origins, revokedAt, exceptId = 0 }: KeysOfOrigins & { revokedAt: number; exceptId?: number },
): Promise<number[]> => {
  const rows = await kysely
    .updateTable('api_keys')
    .set({ revoked_at: revokedAt })
    .where('user_id', '=', userId)
    .where('origin', 'in', origins)
    .where('revoked_at', 'is', null)
    .where('id', '<>', exceptId)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

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
