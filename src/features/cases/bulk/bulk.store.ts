import { type Kysely, sql } from 'kysely';
import { prepared } from '../../../platform/database/prepared.ts';
import { preparedInsert } from '../../../platform/database/prepared-insert.ts';
import type { Schema } from '../../../platform/database/schema.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { KeptActor } from '../kept-actor.ts';
import type { BulkMode, BulkRequest, CaseOutcome } from './bulk-change.ts';

export interface NewBulkChange {
  readonly id: number;
  readonly mode: BulkMode;
  readonly request: BulkRequest;
  readonly revertsId: number | null;
  readonly actor: KeptActor;
  readonly total: number;
  readonly createdAt: number;
}

export const insertBulkChange = async ({ kysely }: Session, bulk: NewBulkChange): Promise<void> => {
  await kysely
    .insertInto('bulk_changes')
    .values({
      group_id: bulk.id,
      mode: bulk.mode,
      request: JSON.stringify(bulk.request),
      reverts_group_id: bulk.revertsId,
      actor: JSON.stringify(bulk.actor),
      user_id: bulk.actor.userId,
      total: bulk.total,
      created_at: bulk.createdAt,
    })
    .execute();
};

const insertRows = preparedInsert('bulk_portions', {
  group_id: 'number',
  position: 'number',
  case_ids: 'text',
  state: 'text',
  changed: 'number',
  unchanged: 'number',
  refused: 'number',
});

interface InsertPortions {
  readonly bulkId: number;
  readonly portions: readonly (readonly number[])[];
}

/** The cases of a bulk change, to be changed portion by portion. */
export const insertPortions = (session: Session, { bulkId, portions }: InsertPortions): Promise<void> =>
  insertRows(
    session,
    portions.map((caseIds, position) => ({
      group_id: bulkId,
      position,
      case_ids: JSON.stringify(caseIds),
      state: 'open',
      ...{ changed: 0, unchanged: 0, refused: 0 },
    })),
  );

interface PortionPlace {
  readonly bulkId: number;
  readonly position: number;
}

export interface OpenPortion extends PortionPlace {
  readonly caseIds: readonly number[];
}

const openPortions = (db: Kysely<Schema>) =>
  db
    .selectFrom('bulk_portions')
    // Word for word the condition of the index.
    .where(sql<boolean>`state = 'open'`)
    .orderBy('position')
    .orderBy('group_id')
    .limit(1);

const take = (isLocked: boolean, isOfOne: boolean) =>
  prepared((db, value: { readonly bulkId?: number }) => {
    const all = openPortions(db).select(['group_id as bulkId', 'position', 'case_ids as caseIds']);
    const open = isOfOne ? all.where('group_id', '=', value.bulkId as number) : all;
    return isLocked ? open.forUpdate().skipLocked() : open;
  });

/** SQLite has one writer at a time anyway. */
const takeOfAny = { sqlite: take(false, false), postgres: take(true, false) };
const takeOfOne = { sqlite: take(false, true), postgres: take(true, true) };

/** The next portion that nobody works on, of one bulk change or of any, kept from others until the transaction ends. */
export const takeOpenPortion = async (session: Session, bulkId?: number): Promise<OpenPortion | undefined> => {
  const row =
    bulkId === undefined
      ? await takeOfAny[session.dialect].first(session, {})
      : await takeOfOne[session.dialect].first(session, { bulkId });
  return row && { ...row, caseIds: JSON.parse(row.caseIds) as number[] };
};

const nextOpen = prepared((db) => openPortions(db).select('group_id as bulkId'));

/** Which bulk change is next, whoever works on it; undefined when there is nothing to do. */
export const selectNextBulk = async (session: Session): Promise<number | undefined> =>
  (await nextOpen.first(session, {}))?.bulkId;

interface FinishPortion extends PortionPlace {
  readonly state: 'done' | 'failed';
  readonly outcomes: readonly CaseOutcome[];
  /** How many were refused, where the outcomes do not name them all. */
  readonly refused?: number;
  readonly finishedAt: number;
}

const finish = prepared((db, value: Record<string, number> & { outcomes: string; state: string }) =>
  db
    .updateTable('bulk_portions')
    .set({
      state: value.state,
      outcomes: value.outcomes,
      changed: value['changed'] as number,
      unchanged: value['unchanged'] as number,
      refused: value['refused'] as number,
      finished_at: value['finishedAt'] as number,
    })
    .where('group_id', '=', value['bulkId'] as number)
    .where('position', '=', value['position'] as number)
    .where('state', '=', 'open'),
);

/** Tells what became of a portion, unless that is known already. */
export const finishPortion = async (
  session: Session,
  { outcomes, refused, ...portion }: FinishPortion,
): Promise<void> => {
  const count = (outcome: CaseOutcome['outcome']) => outcomes.filter((one) => one.outcome === outcome).length;
  await finish.all(session, {
    ...portion,
    outcomes: JSON.stringify(outcomes),
    ...{ changed: count('changed'), unchanged: count('unchanged'), refused: refused ?? count('refused') },
  } as never);
};

/** How many bulk changes of somebody have not ended. */
export const countOpenBulkChanges = async ({ kysely }: Session, userId: number): Promise<number> => {
  const open = kysely.selectFrom('bulk_portions').select('group_id').distinct().where(sql<boolean>`state = 'open'`);
  const { count } = await kysely
    .selectFrom('bulk_changes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('group_id', 'in', open)
    .executeTakeFirstOrThrow();
  return Number(count);
};

interface CloseOpenPortions {
  readonly bulkId: number;
  readonly state: 'failed' | 'cancelled';
  readonly finishedAt: number;
}

/** Ends what is not done yet; waits for portions that are under way. */
export const closeOpenPortions = async (
  { kysely }: Session,
  { bulkId, state, finishedAt }: CloseOpenPortions,
): Promise<void> => {
  const open = kysely.updateTable('bulk_portions').set({ state, finished_at: finishedAt });
  await open.where('group_id', '=', bulkId).where('state', '=', 'open').execute();
};

/** What is to be done in a bulk change, and in whose name. */
export const selectBulkWork = async ({ kysely }: Session, id: number) => {
  const row = await kysely
    .selectFrom('bulk_changes')
    .select(['mode', 'request', 'reverts_group_id as revertsId', 'actor'])
    .where('group_id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    mode: row.mode as BulkMode,
    request: JSON.parse(row.request) as BulkRequest,
    revertsId: row.revertsId,
    actor: JSON.parse(row.actor) as KeptActor,
  };
};

/** What became of the cases of one portion; undefined when there is no such portion. Empty when it is not done. */
export const selectOutcomes = async (
  { kysely }: Session,
  { bulkId, position }: PortionPlace,
): Promise<CaseOutcome[] | undefined> => {
  const row = await kysely
    .selectFrom('bulk_portions')
    .select('outcomes')
    .where('group_id', '=', bulkId)
    .where('position', '=', position)
    .where('state', '!=', 'open')
    .executeTakeFirst();
  return row && (JSON.parse(row.outcomes ?? '[]') as CaseOutcome[]);
};
