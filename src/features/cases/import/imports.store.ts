import { sql } from 'kysely';
import type { Lease } from '../../../platform/database/lease.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import { preparedInsert } from '../../../platform/database/prepared-insert.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { KeptActor } from '../kept-actor.ts';
import type { MappedColumn } from './column-mapping.ts';
import type { Import, ImportFailure, ImportState, ImportSummary, ImportWork, RefusedRow, RowCounts } from './import.ts';

export interface NewImport extends Pick<Import, 'spaceId' | 'groupId' | 'isDryRun' | 'request' | 'fileName'> {
  readonly actor: KeptActor;
  readonly storageKey: string;
  readonly byteSize: number;
  readonly createdAt: number;
}

export const insertImport = async ({ kysely }: Session, created: NewImport): Promise<number> => {
  const { id } = await kysely
    .insertInto('imports')
    .values({
      space_id: created.spaceId,
      group_id: created.groupId,
      actor: JSON.stringify(created.actor),
      user_id: created.actor.userId,
      is_dry_run: created.isDryRun,
      request: JSON.stringify(created.request),
      file_name: created.fileName,
      storage_key: created.storageKey,
      byte_size: created.byteSize,
      state: 'queued',
      ...{ bytes_read: 0, row_count: 0, created: 0, changed: 0, unchanged: 0, refused: 0 },
      ...{ columns: '[]', failure: null, leased_until: 0 },
      created_at: created.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const summaryColumns = [
  'id',
  'space_id as spaceId',
  'group_id as groupId',
  'user_id as userId',
  'is_dry_run as isDryRun',
  'request',
  'file_name as fileName',
  'byte_size as byteSize',
  'state',
  'bytes_read as bytesRead',
  'row_count as rowCount',
  'created',
  'changed',
  'unchanged',
  'refused',
  'failure',
  'created_at as createdAt',
  'finished_at as finishedAt',
] as const;

const columns = [...summaryColumns, 'columns'] as const;

interface SummaryRow extends Omit<ImportSummary, 'isDryRun' | 'request' | 'state' | 'failure'> {
  readonly isDryRun: boolean | number;
  readonly request: string;
  readonly state: string;
  readonly failure: string | null;
}

const toSummary = <T extends SummaryRow>(row: T) => ({
  ...row,
  isDryRun: Boolean(row.isDryRun),
  request: JSON.parse(row.request),
  state: row.state as ImportState,
  failure: row.failure === null ? null : JSON.parse(row.failure),
});

const toImport = <T extends SummaryRow & { readonly columns: string }>(row: T) => ({
  ...toSummary(row),
  columns: JSON.parse(row.columns) as readonly MappedColumn[],
});

export const selectImport = async ({ kysely }: Session, id: number): Promise<Import | undefined> => {
  const row = await kysely.selectFrom('imports').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toImport(row);
};

interface SelectImports {
  /** Whose; 'all' for everybody's. */
  readonly userId: number | 'all';
  readonly before: number | undefined;
  readonly limit: number;
}

/** Some imports, the latest first. */
export const selectImports = async (
  { kysely }: Session,
  { userId, before, limit }: SelectImports,
): Promise<ImportSummary[]> => {
  let query = kysely.selectFrom('imports').select(summaryColumns).orderBy('id', 'desc').limit(limit);
  if (userId !== 'all') query = query.where('user_id', '=', userId);
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.execute()).map(toSummary);
};

/** Word for word the condition of the index. */
const isOpen = sql<boolean>`(state = 'queued' or state = 'running')`;

/** How many imports of somebody have not ended. */
export const countOpenImports = async ({ kysely }: Session, userId: number): Promise<number> => {
  const { count } = await kysely
    .selectFrom('imports')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(isOpen)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** How many bytes the files of all imports have that have not ended. */
export const sumOpenImportBytes = async ({ kysely }: Session): Promise<number> => {
  const { bytes } = await kysely
    .selectFrom('imports')
    .select(({ fn }) => fn.sum<number | null>('byte_size').as('bytes'))
    .where(isOpen)
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
};

const waiting = prepared((db, value: { now: number }) =>
  db.selectFrom('imports').select('id').where(isOpen).where('leased_until', '<=', value.now).orderBy('id').limit(1),
);

/** The import that nobody works on and that was begun first. */
export const selectWaitingImport = async (session: Session, now: number): Promise<number | undefined> =>
  (await waiting.first(session, { now }))?.id;

/** Keeps an import from others until then; undefined when somebody was faster, or it has ended. */
export const leaseImport = async ({ kysely }: Session, { id, now, until }: Lease): Promise<ImportWork | undefined> => {
  const row = await kysely
    .updateTable('imports')
    .set({ leased_until: until, state: 'running' })
    .where('id', '=', id)
    .where(isOpen)
    .where('leased_until', '<=', now)
    .returning([...columns, 'actor', 'storage_key as storageKey'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { actor, storageKey, ...rest } = row;
  return { ...toImport(rest), actor: JSON.parse(actor), storageKey: storageKey ?? '' };
};

/** Lets others go on. */
export const endLease = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.updateTable('imports').set({ leased_until: 0 }).where('id', '=', id).execute();
};

interface Progress extends RowCounts {
  readonly id: number;
  /** How many rows had been read before: another number means that somebody else goes on with it. */
  readonly from: number;
  readonly rowCount: number;
  readonly bytesRead: number;
  /** Not told where they are what they were. */
  readonly columns?: readonly MappedColumn[];
  readonly leasedUntil: number;
}

/** Notes what was done; false when the import has ended meanwhile, or somebody else went on with it. */
export const updateProgress = async ({ kysely }: Session, { id, from, ...progress }: Progress): Promise<boolean> => {
  const rows = await kysely
    .updateTable('imports')
    .set({
      row_count: progress.rowCount,
      bytes_read: progress.bytesRead,
      created: progress.created,
      changed: progress.changed,
      unchanged: progress.unchanged,
      refused: progress.refused,
      leased_until: progress.leasedUntil,
    })
    .set(progress.columns === undefined ? {} : { columns: JSON.stringify(progress.columns) })
    .where('id', '=', id)
    .where('row_count', '=', from)
    .where(isOpen)
    .returning('id')
    .execute();
  return rows.length > 0;
};

interface Finish {
  readonly id: number;
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly failure?: ImportFailure;
  readonly finishedAt: number;
}

/** Ends an import that has not ended, and answers under which key its file is kept: it is not needed any more. */
export const finishImport = async (
  { kysely }: Session,
  { id, state, failure, finishedAt }: Finish,
): Promise<string | undefined> => {
  const open = await kysely.selectFrom('imports').select('storage_key as key').where('id', '=', id).executeTakeFirst();
  const ended = await kysely
    .updateTable('imports')
    .set({ state, finished_at: finishedAt, storage_key: null, leased_until: 0 })
    .set(failure === undefined ? {} : { failure: JSON.stringify(failure) })
    .where('id', '=', id)
    .where(isOpen)
    .returning('id')
    .executeTakeFirst();
  return ended === undefined ? undefined : (open?.key ?? undefined);
};

const insertRefusalRows = preparedInsert(
  'import_refusals',
  { import_id: 'number', line: 'number', refusal: 'text' },
  { onlyNew: true },
);

export const insertRefusals = (session: Session, id: number, rows: readonly RefusedRow[]): Promise<void> =>
  insertRefusalRows(
    session,
    rows.map(({ line, refusal }) => ({ import_id: id, line, refusal: JSON.stringify(refusal) })),
  );

interface SelectRefusals {
  readonly id: number;
  readonly after: number;
  readonly limit: number;
}

/** Some refused rows, by line. */
export const selectRefusals = async (
  { kysely }: Session,
  { id, after, limit }: SelectRefusals,
): Promise<RefusedRow[]> => {
  const rows = await kysely
    .selectFrom('import_refusals')
    .select(['line', 'refusal'])
    .where('import_id', '=', id)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute();
  return rows.map(({ line, refusal }) => ({ line, refusal: JSON.parse(refusal) }));
};
