import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';

interface SelectLastChanges {
  readonly caseId: number;
  /** Only what later revisions changed. */
  readonly since: number;
}

const later = prepared((db, value: SelectLastChanges) =>
  db
    .selectFrom('case_history')
    .select(['property', 'actor_id as actorId', 'at', 'revision'])
    .where('case_id', '=', value.caseId)
    .where('revision', '>', value.since)
    .orderBy('id'),
);

/** The last change of each property that was changed since. */
export const selectLastChanges = async (session: Session, select: SelectLastChanges) => {
  const last = new Map((await later.all(session, select)).map((row) => [row.property, row]));
  return [...last.values()];
};
