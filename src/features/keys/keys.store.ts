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
  key: Omit<ApiKey, 'id' | 'revokedAt'> & { hash: string },
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
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const updateRevokedAt = async (session: Session, id: number, revokedAt: number): Promise<void> => {
  await session.kysely.updateTable('api_keys').set({ revoked_at: revokedAt }).where('id', '=', id).execute();
};

/** Ends all keys of the user that came from signing in and answers with their IDs. */
export const revokeSignInKeys = async (session: Session, userId: number, revokedAt: number): Promise<number[]> => {
  const rows = await session.kysely
    .updateTable('api_keys')
    .set({ revoked_at: revokedAt })
    .where('user_id', '=', userId)
    .where('origin', '=', 'sign-in')
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};
