import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Link, LinkKind } from './link.ts';

const columns = [
  'id',
  'from_case_id as fromCaseId',
  'to_case_id as toCaseId',
  'kind',
  'created_at as createdAt',
  'created_by as createdById',
] as const;

const byId = prepared((db, value: { id: number }) =>
  db.selectFrom('case_links').select(columns).where('id', '=', value.id),
);

export const selectLink = async (session: Session, id: number): Promise<Link | undefined> =>
  (await byId.first(session, { id })) as Link | undefined;

const ofCase = prepared((db, value: { caseId: number }) =>
  db
    .selectFrom('case_links')
    .select(columns)
    .where(({ eb, or }) => or([eb('from_case_id', '=', value.caseId), eb('to_case_id', '=', value.caseId)]))
    .orderBy('id'),
);

/** All links of a case, the first one first. */
export const selectLinksOfCase = async (session: Session, caseId: number): Promise<Link[]> =>
  (await ofCase.all(session, { caseId })) as Link[];

const insert = prepared((db, value: Omit<Link, 'id'>) =>
  db
    .insertInto('case_links')
    .values({
      from_case_id: value.fromCaseId,
      to_case_id: value.toCaseId,
      kind: value.kind as LinkKind,
      created_at: value.createdAt,
      created_by: value.createdById,
    })
    .returning('id'),
);

/** Inserts the link and answers its ID. */
export const insertLink = async (session: Session, created: Omit<Link, 'id'>): Promise<number> => {
  const row = await insert.first(session, created);
  if (row === undefined) throw new Error('The database has not answered which number the link has.');
  return row.id;
};

/** Whether the link was there still. */
export const deleteLink = async ({ kysely }: Session, id: number): Promise<boolean> =>
  (await kysely.deleteFrom('case_links').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined;

export const deleteLinksOfCase = async ({ kysely }: Session, caseId: number): Promise<void> => {
  await kysely
    .deleteFrom('case_links')
    .where(({ eb, or }) => or([eb('from_case_id', '=', caseId), eb('to_case_id', '=', caseId)]))
    .execute();
};
