import { sql } from 'kysely';
import { idsIn, inSent, sentIds } from '../../platform/database/ids-in.ts';
import { preparedShapes } from '../../platform/database/prepared-shapes.ts';
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
  const cases = session.aside.selectFrom('cases').where('cases.deleted_at', 'is', null);
  const inSpaces = spaceIds === 'all' ? cases : cases.where(idsIn(session, 'cases.space_id', spaceIds));
  return reporterIds === undefined ? inSpaces : inSpaces.where(idsIn(session, 'cases.reporter_id', reporterIds));
};

const tagsOfCase = sql<string | null>`(select string_agg(name, ',') from case_tags where case_id = cases.id)`;

/** What the text of a statement depends on. */
interface CandidatesShape {
  readonly dialect: Session['dialect'];
  readonly isOfSpaces: boolean;
  readonly isOfReporters: boolean;
}

/** IDs as they are sent. */
interface CandidatesValues {
  readonly ids: unknown;
  readonly spaceIds: unknown;
  readonly reporterIds: unknown;
}

const candidatesOfShape = preparedShapes<
  CandidatesShape,
  { id: number; title: string; tagsCsv: string | null },
  CandidatesValues
>((db, value, { dialect, isOfSpaces, isOfReporters }) => {
  const cases = db.selectFrom('cases').select(['cases.id', 'cases.title', tagsOfCase.as('tagsCsv')]);
  let found = cases.where('cases.deleted_at', 'is', null).where(inSent(dialect, 'cases.id', value.ids));
  if (isOfSpaces) found = found.where(inSent(dialect, 'cases.space_id', value.spaceIds));
  if (isOfReporters) found = found.where(inSent(dialect, 'cases.reporter_id', value.reporterIds));
  return found.orderBy('cases.id', 'desc');
});

/** Those of the cases that are in the scope, highest IDs first. */
export const selectCandidates = async (
  session: Session,
  ids: readonly number[],
  { spaceIds, reporterIds }: SearchScope,
): Promise<Candidate[]> => {
  const { dialect } = session;
  const shape = { dialect, isOfSpaces: spaceIds !== 'all', isOfReporters: reporterIds !== undefined };
  const statement = candidatesOfShape(`${dialect} ${shape.isOfSpaces} ${shape.isOfReporters}`, shape);
  const rows = await statement.allAside(session, {
    ids: sentIds(dialect, ids),
    spaceIds: sentIds(dialect, spaceIds === 'all' ? [] : spaceIds),
    reporterIds: sentIds(dialect, reporterIds ?? []),
  });
  return rows.map(({ id, title, tagsCsv }) => ({ id, title, tagsCsv: tagsCsv ?? '' }));
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
