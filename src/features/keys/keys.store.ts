import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { ApiKey } from './key.ts';

const columns = [
  'id',
  'user_id as userId',
  'name',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
] as const;

const byHash = prepared((db, value: { hash: string }) =>
  db.selectFrom('api_keys').select(columns).where('key_hash', '=', value.hash),
);

export const selectKeyByHash = (session: Session, hash: string): Promise<ApiKey | undefined> =>
  byHash.first(session, { hash });

export const selectKey = (session: Session, id: number): Promise<ApiKey | undefined> =>
  session.kysely.selectFrom('api_keys').select(columns).where('id', '=', id).executeTakeFirst();

export const selectKeys = (session: Session): Promise<ApiKey[]> =>
  session.kysely.selectFrom('api_keys').select(columns).orderBy('id').execute();

export const insertKey = async (
  session: Session,
  key: { userId: number; name: string; hash: string; createdAt: number; expiresAt: number | null },
): Promise<number> => {
  const { id } = await session.kysely
    .insertInto('api_keys')
    .values({
      user_id: key.userId,
      name: key.name,
      key_hash: key.hash,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      revoked_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const updateRevokedAt = async (session: Session, id: number, revokedAt: number): Promise<void> => {
  await session.kysely.updateTable('api_keys').set({ revoked_at: revokedAt }).where('id', '=', id).execute();
};
