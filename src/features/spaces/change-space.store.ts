import type { SpaceRole } from '../../kernel/permissions.ts';
import type { Session } from '../../platform/database/session.ts';
import type { SpaceVisibility } from './space.ts';

export const insertSpace = async (
  { kysely }: Session,
  space: { id?: number; name: string; visibility: SpaceVisibility; createdAt: number },
): Promise<number> => {
  const { createdAt, ...given } = space;
  const { id } = await kysely
    .insertInto('spaces')
    .values({ ...given, created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const upsertMember = async (
  { kysely }: Session,
  member: { spaceId: number; userId: number; role: SpaceRole },
): Promise<void> => {
  await kysely
    .insertInto('space_members')
    .values({ space_id: member.spaceId, user_id: member.userId, role: member.role })
    .onConflict((conflict) => conflict.columns(['space_id', 'user_id']).doUpdateSet({ role: member.role }))
    .execute();
};

export const deleteMember = async ({ kysely }: Session, member: { spaceId: number; userId: number }): Promise<void> => {
  await kysely
    .deleteFrom('space_members')
    .where('space_id', '=', member.spaceId)
    .where('user_id', '=', member.userId)
    .execute();
};

export const updateSpace = async (
  { kysely }: Session,
  spaceId: number,
  changes: { name?: string; visibility?: SpaceVisibility; archived?: boolean },
): Promise<void> => {
  await kysely.updateTable('spaces').set(changes).where('id', '=', spaceId).execute();
};
