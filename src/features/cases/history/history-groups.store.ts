import type { Actor } from '../../../kernel/actor.ts';
import type { Session } from '../../../platform/database/session.ts';

/** What the changes of a group take back; nothing for a bulk change of its own. */
export interface Reverts {
  readonly caseId?: number;
  readonly revision?: number;
  readonly entryId?: number | undefined;
  readonly groupId?: number;
}

interface InsertGroup {
  readonly actor: Actor;
  readonly at: number;
  readonly reverts: Reverts;
}

/** A new group for changes to come; answers with its ID. */
export const insertGroup = async ({ kysely }: Session, { actor, at, reverts }: InsertGroup): Promise<number> => {
  const { id } = await kysely
    .insertInto('history_groups')
    .values({
      actor_id: actor.userId,
      key_id: actor.keyId,
      door: actor.door,
      at,
      reverts_case_id: reverts.caseId ?? null,
      reverts_revision: reverts.revision ?? null,
      reverts_entry_id: reverts.entryId ?? null,
      reverts_group_id: reverts.groupId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
