import type { Session } from '../../platform/database/session.ts';
import type { DevicePlatform } from './device.ts';

interface Device {
  readonly token: string;
  readonly userId: number;
  readonly platform: DevicePlatform;
  readonly createdAt: number;
}

/** Writes the token down for this user, whoever had it before. */
export const upsertDevice = async (
  { kysely }: Session,
  { token, userId, platform, createdAt }: Device,
): Promise<void> => {
  const owner = { user_id: userId, platform, created_at: createdAt };
  await kysely
    .insertInto('device_tokens')
    .values({ token, ...owner })
    .onConflict((conflict) => conflict.column('token').doUpdateSet(owner))
    .execute();
};

/** Forgets all tokens of the user but the newest ones. */
export const deleteOldDevices = async ({ kysely }: Session, userId: number, kept: number): Promise<void> => {
  const newest = await kysely
    .selectFrom('device_tokens')
    .select('token')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('token')
    .limit(kept)
    .execute();
  await kysely
    .deleteFrom('device_tokens')
    .where('user_id', '=', userId)
    .where(
      'token',
      'not in',
      newest.map(({ token }) => token),
    )
    .execute();
};

/** Forgets the token if it is the user's; answers whether it was. */
export const deleteDevice = async ({ kysely }: Session, userId: number, token: string): Promise<boolean> => {
  const rows = await kysely
    .deleteFrom('device_tokens')
    .where('token', '=', token)
    .where('user_id', '=', userId)
    .returning('token')
    .execute();
  return rows.length > 0;
};
