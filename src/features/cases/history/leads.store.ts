import { type SqlBool, sql } from 'kysely';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Session } from '../../../platform/database/session.ts';

/** A change by one of its entries. */
export interface Lead {
  readonly entryId: number;
  /** Where in its list it is. */
  readonly place: number;
}

interface SelectLeads {
  readonly id: number;
  readonly before: number;
  readonly limit: number;
}

const ofCase = prepared((db, value: SelectLeads) =>
  db
    .selectFrom('case_history')
    .select(({ fn }) => [fn.max('id').as('entryId'), 'revision as place'])
    .where('case_id', '=', value.id)
    .where('revision', '<', value.before)
    .groupBy('revision')
    .orderBy('revision', 'desc')
    .limit(value.limit),
);

/** The changes of a case below a revision, newest first. */
export const selectLeadsOfCase = (session: Session, select: SelectLeads): Promise<Lead[]> =>
  ofCase.all(session, select) as Promise<Lead[]>;

/** By what changes of many cases are found. */
export type LeadColumn = 'actor_id' | 'key_id' | 'group_id';

/** An entry of a list of changes of many cases. */
export interface Candidate {
  readonly entryId: number;
  /** The space in which its case is now. */
  readonly spaceId: number;
  /** Whether its case is in the bin. */
  readonly isDeleted: boolean;
  /** Whether another entry of the same change comes before it. */
  readonly isFollower: boolean;
}

/** Word for word the condition of the indexes. */
const leads = sql<SqlBool>`(revision > 1 or property = 'title')`;

const candidatesBy = (column: LeadColumn) =>
  prepared((db, value: SelectLeads) =>
    db
      .selectFrom((from) =>
        from
          .selectFrom('case_history')
          .select(['id', 'case_id', 'revision'])
          .where(column, '=', value.id)
          .where('id', '<', value.before)
          .where(leads)
          .orderBy('id', 'desc')
          .limit(value.limit)
          .as('entry'),
      )
      .innerJoin('cases', 'cases.id', 'entry.case_id')
      .select(({ exists, selectFrom }) => [
        'entry.id as entryId',
        'cases.space_id as spaceId',
        'cases.deleted_at as deletedAt',
        exists(
          selectFrom('case_history as earlier')
            .select('earlier.id')
            .whereRef('earlier.case_id', '=', 'entry.case_id')
            .whereRef('earlier.revision', '=', 'entry.revision')
            .whereRef('earlier.id', '<', 'entry.id'),
        ).as('isFollower'),
      ])
      .orderBy('entry.id', 'desc'),
  );

const candidatesByColumn = {
  actor_id: candidatesBy('actor_id'),
  key_id: candidatesBy('key_id'),
  group_id: candidatesBy('group_id'),
} as const satisfies Record<LeadColumn, unknown>;

/** The next entries by somebody, by a key or of a group, newest first: of all cases, whoever may see them. */
export const selectCandidates = async (
  session: Session,
  { column, ...select }: SelectLeads & { readonly column: LeadColumn },
): Promise<Candidate[]> => {
  const rows = await candidatesByColumn[column].all(session, select);
  return rows.map(({ entryId, spaceId, deletedAt, isFollower }) => ({
    entryId,
    spaceId,
    isDeleted: deletedAt !== null,
    isFollower: Boolean(isFollower),
  }));
};
