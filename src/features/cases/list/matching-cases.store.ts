import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { idsIn } from '../../../platform/database/ids-in.ts';
import type { Schema } from '../../../platform/database/schema.ts';
import type { Session } from '../../../platform/database/session.ts';
import { conditionSql } from './case-condition.store.ts';
import type { CasePlace } from './case-place.ts';
import type { CaseCondition, CaseOrderBy } from './case-selection.ts';
import { isAfter, keySql } from './order-keys.store.ts';

export interface SelectPlaces {
  readonly where: CaseCondition;
  readonly spaceIds: 'all' | readonly number[];
  /** Only these cases. */
  readonly among?: readonly number[] | undefined;
  /** Ends with the number. */
  readonly order: readonly CaseOrderBy[];
  readonly after?: CasePlace | undefined;
  readonly limit: number;
  /** Conditions whose truth is told of each case. */
  readonly asked?: readonly CaseCondition[];
}

/** A case with what it is sorted by, and the truth of what was asked of it. */
export interface PlacedCase {
  readonly place: CasePlace;
  readonly truths: readonly boolean[];
}

/** The first cases after the place that fulfil the condition. */
export const selectPlaces = async (session: Session, select: SelectPlaces): Promise<PlacedCase[]> => {
  const { order, asked = [], limit } = select;
  const conditions = conditionsOf(session, select);
  if (conditions === undefined) return [];
  const keys = order.map((by, index) => sql`${keySql(session, by)} as ${sql.ref(`k${index}`)}`);
  const truths = asked.map(
    (each, index) => sql`case when ${conditionSql(session, each)} then 1 else 0 end as ${sql.ref(`t${index}`)}`,
  );
  const by = order.map(({ direction }, index) => sql`${sql.ref(`k${index}`)} ${sql.raw(direction)}`);
  const { rows } = await sql<Readonly<Record<string, string | number>>>`
    select ${sql.join([...keys, ...truths])} from cases where ${sql.join(conditions, sql` and `)}
    order by ${sql.join(by)} limit ${limit}`.execute(session.aside);
  return rows.map((row) => ({
    place: order.map((_, index) => row[`k${index}`] as string | number),
    truths: asked.map((_, index) => Number(row[`t${index}`]) === 1),
  }));
};

/** How many cases fulfil the condition, counted up to the limit. */
export const countPlaces = async (
  session: Session,
  select: Omit<SelectPlaces, 'order' | 'after' | 'asked'>,
): Promise<number> => {
  const conditions = conditionsOf(session, { ...select, order: [] });
  if (conditions === undefined) return 0;
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select 1 from cases where ${sql.join(conditions, sql` and `)} limit ${select.limit}) as counted`.execute(
    session.aside,
  );
  return Number(rows[0]?.count ?? 0);
};

interface TallyPlaces extends Pick<SelectPlaces, 'where' | 'spaceIds' | 'among' | 'limit'> {
  readonly column: string;
}

/** How many cases that fulfil the condition have each value in the column, 0 for none, counted up to the limit. */
export const tallyPlaces = async (
  session: Session,
  { column, limit, ...select }: TallyPlaces,
): Promise<Map<number, number>> => {
  const conditions = conditionsOf(session, { ...select, order: [] });
  if (conditions === undefined) return new Map();
  const { rows } = await sql<{ value: number; count: number }>`select value, count(*) as count from (
    select coalesce(${sql.ref(`cases.${column}`)}, 0) as value from cases where ${sql.join(conditions, sql` and `)}
    limit ${limit}) as counted group by value`.execute(session.aside);
  return new Map(rows.map(({ value, count }) => [Number(value), Number(count)]));
};

/** What a case must fulfil. */
export type Conditions = Pick<SelectPlaces, 'where' | 'spaceIds' | 'among' | 'order' | 'after'>;

/** Undefined when nothing can fulfil them. */
export const conditionsOf = (
  session: Session,
  { where, spaceIds, among, order, after }: Conditions,
): RawBuilder<SqlBool>[] | undefined => {
  if (among?.length === 0 || (spaceIds !== 'all' && spaceIds.length === 0)) return undefined;
  return [
    sql<SqlBool>`cases.deleted_at is null`,
    ...(spaceIds === 'all' ? [] : [inSpaces(session, spaceIds)]),
    ...(among === undefined ? [] : [idsIn(session, 'cases.id', among)]),
    conditionSql(session, where),
    ...(after === undefined ? [] : [isAfter(session, order, after)]),
  ];
};

const inSpaces = (session: Session, spaceIds: readonly number[]): RawBuilder<SqlBool> =>
  conditionSql(session, { kind: 'reference', property: 'spaceId', ids: spaceIds });

/** What is kept in a table beside the cases, with an index by what is looked for. */
export type Listed = Extract<CaseCondition, { readonly kind: 'tag' | 'recipient' | 'externalId' }>;

/** The IDs of some cases with one of the tags or external IDs, or whom one of the people is a recipient of; each once. */
export const selectListed = async (session: Session, condition: Listed, limit: number): Promise<number[]> => {
  const rows = await listed(session, condition).limit(limit).execute();
  return [...new Set(rows.map(({ id }) => id))];
};

const listed = ({ aside }: Session, condition: Listed): SelectQueryBuilder<Schema, ListTable, { id: number }> => {
  switch (condition.kind) {
    case 'tag':
      return aside.selectFrom('case_tags').select('case_id as id').where('folded_name', 'in', condition.folded);
    case 'recipient':
      return aside.selectFrom('case_recipients').select('case_id as id').where('user_id', 'in', condition.ids);
    case 'externalId':
      return (
        aside
          .selectFrom('case_external_ids')
          .select('case_id as id')
          // The index begins with the space.
          .where('space_id', 'in', aside.selectFrom('spaces').select('id'))
          .where('external_id', 'in', condition.externalIds)
      );
  }
};

type ListTable = 'case_tags' | 'case_recipients' | 'case_external_ids';
