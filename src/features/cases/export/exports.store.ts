import { sql } from 'kysely';
import type { Lease } from '../../../platform/database/lease.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { KeptActor } from '../kept-actor.ts';
import type { Export, ExportRequest, ExportState } from './export.ts';

export interface NewExport {
  readonly actor: KeptActor;
  readonly request: ExportRequest;
  readonly createdAt: number;
}

export const insertExport = async ({ kysely }: Session, { actor, request, createdAt }: NewExport): Promise<number> => {
  const { id } = await kysely
    .insertInto('exports')
    .values({
      ...{ actor: JSON.stringify(actor), user_id: actor.userId, request: JSON.stringify(request), state: 'queued' },
      ...{ case_count: 0, leased_until: 0, created_at: createdAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const columns = [
  'id',
  'actor',
  'user_id as userId',
  'request',
  'state',
  'case_count as caseCount',
  'byte_size as byteSize',
  'storage_key as storageKey',
  'failure',
  'created_at as createdAt',
  'finished_at as finishedAt',
] as const;

interface ExportRow extends Omit<Export, 'actor' | 'request' | 'state' | 'failure'> {
  readonly actor: string;
  readonly request: string;
  readonly state: string;
  readonly failure: string | null;
}

const toExport = (row: ExportRow): Export => ({
  ...row,
  actor: JSON.parse(row.actor),
  request: JSON.parse(row.request),
  state: row.state as ExportState,
  failure: row.failure === null ? null : JSON.parse(row.failure),
});

export const selectExport = async ({ kysely }: Session, id: number): Promise<Export | undefined> => {
  const row = await kysely.selectFrom('exports').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toExport(row);
};

/** Word for word the condition of the index. */
const isOpen = sql<boolean>`(state = 'queued' or state = 'running')`;

/** How many exports of somebody are kept or under way. */
export const countExports = async ({ kysely }: Session, userId: number): Promise<number> => {
  const { count } = await kysely
    .selectFrom('exports')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('state', 'in', ['queued', 'running', 'done'])
    .executeTakeFirstOrThrow();
  return Number(count);
};

const waiting = prepared((db, value: { now: number }) =>
  db.selectFrom('exports').select('id').where(isOpen).where('leased_until', '<=', value.now).orderBy('id').limit(1),
);

/** The export that nobody works on and that was begun first. */
export const selectWaitingExport = async (session: Session, now: number): Promise<number | undefined> =>
  (await waiting.first(session, { now }))?.id;

/** Keeps an export from others until then; undefined when somebody was faster, or it has ended. */
export const leaseExport = async ({ kysely }: Session, { id, now, until }: Lease): Promise<Export | undefined> => {
  const row = await kysely
    .updateTable('exports')
    .set({ leased_until: until, state: 'running', case_count: 0 })
    .where('id', '=', id)
    .where(isOpen)
    .where('leased_until', '<=', now)
    .returning(columns)
    .executeTakeFirst();
  return row && toExport(row);
};

/** Lets others begin it anew. */
export const endExportLease = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.updateTable('exports').set({ leased_until: 0 }).where('id', '=', id).execute();
};

interface ExportProgress {
  readonly id: number;
  readonly caseCount: number;
  readonly leasedUntil: number;
}

/** Notes how far it has come; false when it has ended meanwhile. */
export const updateExportProgress = async (
  { kysely }: Session,
  { id, caseCount, leasedUntil }: ExportProgress,
): Promise<boolean> => {
  const progressed = kysely.updateTable('exports').set({ case_count: caseCount, leased_until: leasedUntil });
  return (await progressed.where('id', '=', id).where(isOpen).returning('id').execute()).length > 0;
};

interface FinishExport {
  readonly id: number;
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly finishedAt: number;
  readonly file?: { readonly key: string; readonly byteSize: number; readonly caseCount: number };
  readonly failure?: { readonly code: string; readonly message: string } | undefined;
}

/** Ends an export; false when it had ended. */
export const finishExport = async (
  { kysely }: Session,
  { id, state, finishedAt, file, failure }: FinishExport,
): Promise<boolean> => {
  const ended = await kysely
    .updateTable('exports')
    .set({ state, finished_at: finishedAt, leased_until: 0 })
    .set(file === undefined ? {} : { storage_key: file.key, byte_size: file.byteSize, case_count: file.caseCount })
    .set(failure === undefined ? {} : { failure: JSON.stringify(failure) })
    .where('id', '=', id)
    .where(isOpen)
    .returning('id')
    .execute();
  return ended.length > 0;
};

/** Deletes what was begun before that, and answers where the files are. */
export const deleteExportsBefore = async ({ kysely }: Session, before: number): Promise<string[]> => {
  const rows = await kysely
    .deleteFrom('exports')
    .where('created_at', '<', before)
    .returning('storage_key as key')
    .execute();
  return rows.flatMap(({ key }) => key ?? []);
};

export const deleteExport = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.deleteFrom('exports').where('id', '=', id).execute();
};
