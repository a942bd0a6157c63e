import { sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { type ReportedSelection, reportedRows, turns } from './reported-cases.store.ts';

/** Moments are counted together by quarters of an hour: all days of all time zones begin with one, in milliseconds. */
const SLOT_MS = 15 * 60_000;

interface SelectFlow {
  readonly selection: ReportedSelection;
  /** When a day begins, in milliseconds since 1970-01-01T00:00:00Z: what was before it is counted together. */
  readonly from: number;
}

/** What happened in a quarter of an hour. */
export interface FlowSlot {
  /** When it begins, in milliseconds since 1970-01-01T00:00:00Z; just before `from` for all that was earlier. */
  readonly at: number;
  readonly created: number;
  readonly closed: number;
  readonly reopened: number;
}

/** When cases were created, closed and opened again. */
export const selectFlow = async (session: Session, { selection, from }: SelectFlow): Promise<FlowSlot[]> => {
  const rows = reportedRows(session, selection);
  if (rows === undefined) return [];
  const slot = (column: string) =>
    sql`case when ${sql.ref(column)} < ${sql.lit(from)} then -1
      else (${sql.ref(column)} - ${sql.lit(from)}) / ${sql.lit(SLOT_MS)} end`;
  const { rows: found } = await sql<{ slot: number; created: number; closed: number; reopened: number }>`
    with reported as ${rows},
    happened as (
      select ${slot('reported.created_at')} as slot, 1 as created, 0 as closed, 0 as reopened from reported
      union all
      select ${slot('turn.at')}, 0, case when turn.closes and not turn.opens then 1 else 0 end,
        case when turn.opens and not turn.closes then 1 else 0 end
      from reported join ${turns} turn on turn.case_id = reported.id)
    select slot, sum(created) as created, sum(closed) as closed, sum(reopened) as reopened
    from happened group by slot`.execute(session.aside);
  return found.map((each) => ({
    at: Number(each.slot) < 0 ? from - 1 : from + Number(each.slot) * SLOT_MS,
    created: Number(each.created),
    closed: Number(each.closed),
    reopened: Number(each.reopened),
  }));
};
