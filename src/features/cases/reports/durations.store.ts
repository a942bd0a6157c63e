import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { type ReportedSelection, reportedRows, turns } from './reported-cases.store.ts';

/** What can take its time, each as a statement of how long it took a case, in milliseconds; null when it is not done. */
const measured = {
  /** The first public comment of somebody else than the one who reported it, and that is still there. */
  firstAnswer: sql`(select min(comments.created_at) from comments where comments.case_id = reported.id
    and comments.author_id <> reported.reporter_id and comments.is_internal = false and comments.deleted_at is null)`,
  /** Of a case that is closed now: when it was closed the last time. */
  resolution: sql`case when (select is_closed from statuses where id = reported.status_id) then
    (select max(turn.at) from ${turns} turn
    where turn.case_id = reported.id and turn.closes and not turn.opens) end`,
} satisfies Record<string, RawBuilder<unknown>>;

interface SelectDurations {
  readonly selection: ReportedSelection;
  readonly of: keyof typeof measured;
  /** In milliseconds: how many took less than each of them is counted. */
  readonly bounds: readonly number[];
}

/** How long it took. */
export interface Durations {
  readonly done: number;
  readonly notDone: number;
  /** In milliseconds; null when none is done. */
  readonly median: number | null;
  readonly ninetieth: number | null;
  /** How many took less than each of the bounds. */
  readonly below: readonly number[];
}

/** How long it took the cases, as nearest ranks. */
export const selectDurations = async (
  session: Session,
  { selection, of, bounds }: SelectDurations,
): Promise<Durations> => {
  const rows = reportedRows(session, selection);
  if (rows === undefined) return { done: 0, notDone: 0, median: null, ninetieth: null, below: bounds.map(() => 0) };
  const below = bounds.map(
    (bound, index) => sql`sum(case when took < ${sql.lit(bound)} then 1 else 0 end) as ${sql.ref(`b${index}`)}`,
  );
  const { rows: found } = await sql<Readonly<Record<string, number | null>>>`
    with reported as ${rows},
    ended as (select created_at, ${measured[of]} as ended_at from reported),
    timed as materialized (select case when ended_at < created_at then 0 else ended_at - created_at end as took from ended),
    ranked as (select took, row_number() over (order by took) as place, count(*) over () as done
      from timed where took is not null)
    select count(*) as done, (select count(*) from timed where took is null) as open,
      min(case when place * 2 >= done then took end) as median,
      min(case when place * 10 >= done * 9 then took end) as ninetieth, ${sql.join(below)}
    from ranked`.execute(session.aside);
  const row = found[0] ?? {};
  const number = (name: string): number | null => (row[name] == null ? null : Number(row[name]));
  return {
    done: number('done') ?? 0,
    notDone: number('open') ?? 0,
    median: number('median'),
    ninetieth: number('ninetieth'),
    below: bounds.map((_, index) => number(`b${index}`) ?? 0),
  };
};
