import { sql } from 'kysely';
import { idsIn } from '../../platform/database/ids-in.ts';
import type { Session } from '../../platform/database/session.ts';

/** Where is searched: what whoever acts can see, or less. */
export interface SearchScope {
  readonly spaceIds: 'all' | readonly number[];
  /** Only cases that one of these reported. */
  readonly reporterIds?: readonly number[];
}

/** What a case's place among others is decided by. */
export interface Candidate {
  readonly id: number;
  readonly title: string;
  readonly tagsCsv: string;
}

const inScope = (session: Session, { spaceIds, reporterIds }: SearchScope) => {
  const cases = session.kysely.selectFrom('cases').where('cases.deleted_at', 'is', null);
  const inSpaces = spaceIds === 'all' ? cases : cases.where(idsIn(session, 'cases.space_id', spaceIds));
  return reporterIds === undefined ? inSpaces : inSpaces.where(idsIn(session, 'cases.reporter_id', reporterIds));
};

const tagsOfCase = sql<string | null>`(select string_agg(name, ',') from case_tags where case_id = cases.id)`;

/** Those of the cases that are in the scope, highest IDs first. */
export const selectCandidates = async (
  session: Session,
  ids: readonly number[],
  scope: SearchScope,
): Promise<Candidate[]> => {
  const rows = await inScope(session, scope)
    .select(['cases.id', 'cases.title', tagsOfCase.as('tagsCsv')])
    .where(idsIn(session, 'cases.id', ids))
    .orderBy('cases.id', 'desc')
    .execute();
  return rows.map(({ tagsCsv, ...row }) => ({ ...row, tagsCsv: tagsCsv ?? '' }));
};

interface NewestIds {
  readonly before: number;
  readonly limit: number;
}

/** The highest IDs of cases in the scope below another one. */
export const selectNewestIds = async (
  session: Session,
  { before, limit }: NewestIds,
  scope: SearchScope,
): Promise<number[]> => {
  const rows = await inScope(session, scope)
    .select('cases.id')
    .where('cases.id', '<', before)
    .orderBy('cases.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
};

/** The IDs of some cases in the scope, in any order. */
export const selectIdsInScope = async (session: Session, scope: SearchScope, limit: number): Promise<number[]> => {
  const rows = await inScope(session, scope).select('cases.id').limit(limit).execute();
  return rows.map(({ id }) => id);
};

/** The cases of the comments, each once, highest IDs first. */
export const selectCasesOfComments = async (session: Session, commentIds: readonly number[]): Promise<number[]> => {
  const rows = await session.kysely
    .selectFrom('comments')
    .select('case_id as id')
    .distinct()
    .where(idsIn(session, 'comments.id', commentIds))
    .orderBy('case_id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
};

interface CommentText {
  readonly caseId: number;
  readonly isInternal: boolean;
  /** Sanitised HTML. */
  readonly text: string;
}

export const selectCommentTexts = async (session: Session, caseIds: readonly number[]): Promise<CommentText[]> => {
  const rows = await session.kysely
    .selectFrom('comments')
    .select(['case_id as caseId', 'is_internal as isInternal', 'text'])
    .where(idsIn(session, 'comments.case_id', caseIds))
    .execute();
  return rows.map((row) => ({ ...row, isInternal: Boolean(row.isInternal) }));
};
