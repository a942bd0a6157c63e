import type { Session } from '../../../platform/database/session.ts';
import type { KeptActor } from '../kept-actor.ts';
import type { BulkChange, BulkMode, BulkState } from './bulk-change.ts';

/** A bulk change with how far it has come. */
export const selectBulkChange = async (session: Session, id: number): Promise<BulkChange | undefined> => {
  const rows = await changes(session).where('group_id', '=', id).execute();
  return (await withProgress(session, rows))[0];
};

interface SelectBulkChanges {
  /** Whose; 'all' for everybody's. */
  readonly userId: number | 'all';
  readonly before: number | undefined;
  readonly limit: number;
}

/** Some bulk changes, the latest first. */
export const selectBulkChanges = async (
  session: Session,
  { userId, before, limit }: SelectBulkChanges,
): Promise<BulkChange[]> => {
  let query = changes(session).orderBy('group_id', 'desc').limit(limit);
  if (userId !== 'all') query = query.where('user_id', '=', userId);
  if (before !== undefined) query = query.where('group_id', '<', before);
  return withProgress(session, await query.execute());
};

const changes = ({ kysely }: Session) =>
  kysely
    .selectFrom('bulk_changes')
    .select(['group_id as id', 'mode', 'reverts_group_id as revertsId', 'actor', 'created_at as createdAt', 'total'])
    .select(({ selectFrom }) =>
      selectFrom('imports')
        .select('imports.id')
        .whereRef('imports.group_id', '=', 'bulk_changes.reverts_group_id')
        .as('revertsImportId'),
    );

type ChangeRow = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number];

const withProgress = async (session: Session, rows: readonly ChangeRow[]): Promise<BulkChange[]> => {
  if (rows.length === 0) return [];
  const sums = await sumPortions(
    session,
    rows.map(({ id }) => id),
  );
  const byChange = Map.groupBy(sums, ({ id }) => id);
  return rows.map((row) => toBulkChange(row, byChange.get(row.id) ?? []));
};

/** What became of the cases, by the state of their portions. */
const sumPortions = ({ kysely }: Session, ids: readonly number[]) =>
  kysely
    .selectFrom('bulk_portions')
    .select(({ fn }) => [
      'group_id as id',
      'state',
      fn.sum<number>('changed').as('changed'),
      fn.sum<number>('unchanged').as('unchanged'),
      fn.sum<number>('refused').as('refused'),
      fn.max('finished_at').as('finishedAt'),
    ])
    .where('group_id', 'in', ids)
    .groupBy(['group_id', 'state'])
    .execute();

type Sums = Awaited<ReturnType<typeof sumPortions>>;

const toBulkChange = ({ actor, ...row }: ChangeRow, sums: Sums): BulkChange => {
  const total = (of: 'changed' | 'unchanged' | 'refused') => sums.reduce((sum, each) => sum + Number(each[of]), 0);
  const state = stateOf(new Set(sums.map((each) => each.state)));
  const isOver = state !== 'queued' && state !== 'running';
  const finishedAt = Math.max(row.createdAt, ...sums.map((each) => each.finishedAt ?? 0));
  const { userId, keyId } = JSON.parse(actor) as KeptActor;
  return {
    ...{ ...row, userId, keyId, state },
    revertsId: row.revertsImportId === null ? row.revertsId : null,
    mode: row.mode as BulkMode,
    finishedAt: isOver ? finishedAt : null,
    ...{ changed: total('changed'), unchanged: total('unchanged'), refused: total('refused') },
  };
};

const stateOf = (states: ReadonlySet<string>): BulkState => {
  if (states.has('open')) return states.size > 1 ? 'running' : 'queued';
  if (states.has('cancelled')) return 'cancelled';
  return states.has('failed') ? 'failed' : 'done';
};
