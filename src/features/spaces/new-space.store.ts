import type { SpaceRole } from '../../kernel/permissions.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Priority, SpaceVisibility, Status } from './space.ts';

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

export const insertStatuses = async (
  { kysely }: Session,
  spaceId: number,
  statuses: readonly Omit<Status, 'id'>[],
): Promise<void> => {
  const rows = statuses.map(({ name, cssClass, isDefault, isClosed }, position) => ({
    space_id: spaceId,
    name,
    css_class: cssClass,
    is_default: isDefault,
    is_closed: isClosed,
    position,
  }));
  await kysely.insertInto('statuses').values(rows).execute();
};

export const insertPriorities = async (
  { kysely }: Session,
  spaceId: number,
  priorities: readonly Omit<Priority, 'id'>[],
): Promise<void> => {
  const rows = priorities.map(({ name, isDefault }, position) => ({
    space_id: spaceId,
    name,
    is_default: isDefault,
    position,
  }));
  await kysely.insertInto('priorities').values(rows).execute();
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
