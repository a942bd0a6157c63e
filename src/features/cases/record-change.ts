import type { Context } from '../../platform/context.ts';
import { indexDocument } from '../../platform/database/text-search.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { Case, CaseProperty, PropertyChange } from './case.ts';
import { insertHistory } from './history.store.ts';
import { textOfHtml } from './rich-text.ts';
import { replaceRecipients, replaceTags } from './save-case.store.ts';

interface RecordChange {
  readonly type: 'case.created' | 'case.updated';
  /** The case with the change in it; its row is written already. */
  readonly after: Case;
  readonly changes: readonly PropertyChange[];
}

const searched: ReadonlySet<CaseProperty> = new Set(['title', 'description', 'tags']);

/** Writes all that goes with the row of a changed case: lists, search index, history and the event. */
export const recordChange = async (tx: Context, { type, after, changes }: RecordChange): Promise<void> => {
  const changed = new Set(changes.map(({ property }) => property));
  if (changed.has('tags') || changed.has('spaceId')) await replaceTags(tx.db, after);
  if (changed.has('recipientIds')) await replaceRecipients(tx.db, after.id, after.recipientIds);
  if (!changed.isDisjointFrom(searched)) await indexCase(tx, after);
  await insertHistory(tx.db, {
    caseId: after.id,
    revision: after.revision,
    changes,
    actor: tx.actor,
    at: after.updatedAt,
  });
  await appendEvent(tx, {
    type,
    spaceId: after.spaceId,
    caseId: after.id,
    payload: {
      revision: after.revision,
      changed: [...changed],
      // Who is told of an assignment may have passed the case on when that is decided.
      ...(changed.has('assigneeId') ? { assigneeId: after.assigneeId } : {}),
    },
  });
  await recordDeparture(tx, after, changes);
};

/** Those who see only the space that a case was moved from hear that it is not there any more. */
const recordDeparture = async (
  tx: Context,
  { id, revision }: Case,
  changes: readonly PropertyChange[],
): Promise<void> => {
  const left = changes.find(({ property }) => property === 'spaceId')?.oldValue;
  if (typeof left !== 'number') return;
  await appendEvent(tx, { type: 'case.left_space', spaceId: left, caseId: id, payload: { revision } });
};

/** Puts the texts of the case into the search index. */
export const indexCase = (tx: Context, { id, title, description, tags }: Case): Promise<void> =>
  indexDocument(tx.db, { caseId: id, title, body: textOfHtml(description), tags: tags.join(' ') });
