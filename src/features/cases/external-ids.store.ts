import { inSent, sentIds } from '../../platform/database/ids-in.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import { preparedShapes } from '../../platform/database/prepared-shapes.ts';
import type { Dialect, Session } from '../../platform/database/session.ts';

interface ExternalIdsInSpace {
  readonly spaceId: number;
  readonly externalIds: readonly string[];
}

/** How many external IDs are looked up with one statement. */
const MAX_LOOKED_UP = 500;

/** The cases that were brought into the space under these IDs, by external ID. */
export const selectCaseIdsByExternalId = async (
  { kysely }: Session,
  { spaceId, externalIds }: ExternalIdsInSpace,
): Promise<Map<string, number>> => {
  const found = new Map<string, number>();
  for (let start = 0; start < externalIds.length; start += MAX_LOOKED_UP) {
    const rows = await kysely
      .selectFrom('case_external_ids')
      .select(['external_id as externalId', 'case_id as caseId'])
      .where('space_id', '=', spaceId)
      .where('external_id', 'in', externalIds.slice(start, start + MAX_LOOKED_UP))
      .execute();
    for (const { externalId, caseId } of rows) found.set(externalId, caseId);
  }
  return found;
};

const namesOf = preparedShapes((db, { caseIds }: { readonly caseIds: unknown }, dialect: Dialect) =>
  db
    .selectFrom('case_external_ids')
    .select(['external_id as externalId', 'case_id as caseId'])
    .where(inSent(dialect, 'case_id', caseIds)),
);

/** What these cases are called where they came from, by case ID. */
export const selectExternalIds = async (session: Session, caseIds: readonly number[]): Promise<Map<number, string>> => {
  const { dialect } = session;
  const rows = await namesOf(dialect, dialect).all(session, { caseIds: sentIds(dialect, caseIds) });
  return new Map(rows.map(({ externalId, caseId }) => [caseId, externalId]));
};

const insertRows = preparedInsert('case_external_ids', { space_id: 'number', external_id: 'text', case_id: 'number' });

export interface ExternalId {
  readonly spaceId: number;
  readonly externalId: string;
  readonly caseId: number;
}

/** Notes what new cases are called where they came from. */
export const insertExternalIds = (session: Session, ids: readonly ExternalId[]): Promise<void> =>
  insertRows(
    session,
    ids.map(({ spaceId, externalId, caseId }) => ({
      space_id: spaceId,
      external_id: externalId,
      case_id: caseId,
    })),
  );
