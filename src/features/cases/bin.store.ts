import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Case } from './case.ts';
import { type CaseRow, caseColumns, recipientsOfCase, tagsOfCase, toCase } from './cases.store.ts';

const setDeleted = prepared((db, value: Pick<Case, 'id' | 'revision' | 'updatedAt' | 'deletedAt'>) =>
  db
    .updateTable('cases')
    .set({ deleted_at: value.deletedAt, revision: value.revision, updated_at: value.updatedAt })
    .where('id', '=', value.id),
);

/** Writes when the case was deleted, and its revision. */
export const updateDeleted = async (session: Session, after: Case): Promise<void> => {
  await setDeleted.all(session, after);
};

/** The place of a case in the bin. */
export interface BinPlace {
  readonly deletedAt: number;
  readonly id: number;
}

interface SelectBin {
  readonly spaceIds: 'all' | readonly number[];
  /** Only what comes behind this place. */
  readonly after?: BinPlace | undefined;
  readonly limit: number;
  readonly offset?: number;
}

/** Some of the deleted cases in these spaces, the latest first. */
export const selectBin = async (
  session: Session,
  { spaceIds, after, limit, offset = 0 }: SelectBin,
): Promise<Case[]> => {
  if (spaceIds !== 'all' && spaceIds.length === 0) return [];
  let query = session.kysely.selectFrom('cases').where('cases.deleted_at', 'is not', null);
  if (spaceIds !== 'all') query = query.where('cases.space_id', 'in', spaceIds);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('cases.deleted_at', 'cases.id'), '<', tuple(after.deletedAt, after.id)),
    );
  }
  const rows = await query
    .select([...caseColumns, tagsOfCase.as('tagsCsv'), recipientsOfCase.as('recipientsCsv')])
    .orderBy('cases.deleted_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return (rows as CaseRow[]).map(toCase);
};

interface SelectDeletedBefore {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly before: number;
  /** Only what comes behind this place. */
  readonly after: BinPlace | undefined;
  readonly limit: number;
}

/** The places of some cases that were deleted before that, the earliest first. */
export const selectDeletedBefore = async (
  session: Session,
  { before, after, limit }: SelectDeletedBefore,
): Promise<BinPlace[]> => {
  let query = session.kysely.selectFrom('cases').where('deleted_at', '<', before);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('deleted_at', 'id'), '>', tuple(after.deletedAt, after.id)),
    );
  }
  const rows = await query.select(['id', 'deleted_at']).orderBy('deleted_at').orderBy('id').limit(limit).execute();
  return rows.map(({ id, deleted_at }) => ({ id, deletedAt: deleted_at ?? 0 }));
};

/** Deletes the case for good, with its tags, recipients, history and external ID; nothing else may refer to it any more. */
export const deleteCaseRows = async ({ kysely }: Session, caseId: number): Promise<void> => {
  await kysely.deleteFrom('case_external_ids').where('case_id', '=', caseId).execute();
  await kysely.deleteFrom('case_tags').where('case_id', '=', caseId).execute();
  await kysely.deleteFrom('case_recipients').where('case_id', '=', caseId).execute();
  await kysely.deleteFrom('case_history').where('case_id', '=', caseId).execute();
  await kysely.deleteFrom('cases').where('id', '=', caseId).execute();
};
