import type { Actor } from '../../kernel/actor.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import type { Session } from '../../platform/database/session.ts';
import type { CaseProperty } from './case.ts';

/** One changed property; `deletedAt` is the bin. */
interface HistoryChange {
  readonly property: CaseProperty | 'deletedAt';
  readonly oldValue: unknown;
  readonly newValue: unknown;
}

interface HistoryEntries {
  readonly caseId: number;
  /** The revision of the case that the change made. */
  readonly revision: number;
  readonly changes: readonly HistoryChange[];
  readonly actor: Actor;
  readonly at: number;
}

const insertRows = preparedInsert('case_history', {
  case_id: 'number',
  revision: 'number',
  property: 'text',
  old_value: 'text',
  new_value: 'text',
  actor_id: 'number',
  key_id: 'number',
  door: 'text',
  at: 'number',
  group_id: 'number',
});

/** One entry for each changed property, of one change or several. */
export const insertHistory = (session: Session, ...changes: readonly HistoryEntries[]): Promise<void> =>
  insertRows(session, changes.flatMap(rowsOf));

const rowsOf = ({ caseId, revision, changes, actor, at }: HistoryEntries) =>
  changes.map(({ property, oldValue, newValue }) => ({
    case_id: caseId,
    revision,
    property,
    old_value: JSON.stringify(oldValue),
    new_value: JSON.stringify(newValue),
    actor_id: actor.userId,
    key_id: actor.keyId,
    door: actor.door,
    at,
    group_id: actor.groupId ?? null,
  }));
