import type { Session } from '../../platform/database/session.ts';
import type { Avatar } from './avatar.ts';

const columns = [
  'user_id as userId',
  'storage_key as storageKey',
  'content_type as contentType',
  'byte_size as byteSize',
  'created_at as createdAt',
] as const;

export const selectAvatar = ({ kysely }: Session, userId: number): Promise<Avatar | undefined> =>
  kysely.selectFrom('avatars').select(columns).where('user_id', '=', userId).executeTakeFirst();

export const upsertAvatar = async ({ kysely }: Session, avatar: Avatar): Promise<void> => {
  const { userId, storageKey, contentType, byteSize, createdAt } = avatar;
  const row = { storage_key: storageKey, content_type: contentType, byte_size: byteSize, created_at: createdAt };
  await kysely
    .insertInto('avatars')
    .values({ user_id: userId, ...row })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
    .execute();
};

export const deleteAvatar = async ({ kysely }: Session, userId: number): Promise<void> => {
  await kysely.deleteFrom('avatars').where('user_id', '=', userId).execute();
};
