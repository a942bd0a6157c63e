import type { Context } from '../../platform/context.ts';
import { indexDocument } from '../../platform/database/text-search.ts';
import { appendEvents, type NewEvent } from '../../platform/events/append-event.ts';
import type { Case, CaseProperty, PropertyChange } from './case.ts';
import { insertHistory } from './history.store.ts';
import { textOfHtml } from './rich-text.ts';
import { insertLists, replaceRecipients, replaceTags } from './save-case.store.ts';

interface RecordChange {
  readonly type: 'case.created' | 'case.updated';
  /** The case with the change in it; its row is written already. */
  readonly after: Case;
  readonly changes: readonly PropertyChange[];
}

const searched: ReadonlySet<CaseProperty> = new Set(['title', 'description', 'tags']);

/** Writes all that goes with the rows of changed cases: lists, search index, history and events. */
export const recordChanges = async (tx: Context, records: readonly RecordChange[]): Promise<void> => {
  await insertLists(
    tx.db,
    records.filter(({ type }) => type === 'case.created').map(({ after }) => after),
  );
  for (const record of records) await writeTexts(tx, record);
  const history = records.map(({ after, changes }) => ({
    caseId: after.id,
    revision: after.revision,
    changes,
    actor: tx.actor,
    at: after.updatedAt,
  }));
  await insertHistory(tx.db, ...history);
  await appendEvents(tx, records.flatMap(eventsOf));
};

const writeTexts = async (tx: Context, { type, after, changes }: RecordChange): Promise<void> => {
  const changed = new Set(changes.map(({ property }) => property));
  if (type === 'case.updated') await replaceLists(tx, after, changed);
  if (!changed.isDisjointFrom(searched)) await indexCase(tx, after);
};

const replaceLists = async (tx: Context, after: Case, changed: ReadonlySet<CaseProperty>): Promise<void> => {
  if (changed.has('tags') || changed.has('spaceId')) await replaceTags(tx.db, after);
  if (changed.has('recipientIds')) await replaceRecipients(tx.db, after.id, after.recipientIds);
};

const eventsOf = ({ type, after, changes }: RecordChange): NewEvent[] => {
  const { id: caseId, spaceId, revision, assigneeId } = after;
  const changed = changes.map(({ property }) => property);
  // Who is told of an assignment may have passed the case on when that is decided.
  const payload = { revision, changed, ...(changed.includes('assigneeId') ? { assigneeId } : {}) };
  const left = type === 'case.updated' ? changes.find(({ property }) => property === 'spaceId')?.oldValue : undefined;
  const event: NewEvent = { type, spaceId, caseId, payload };
  // Those who see only the space that a case was moved from hear that it is not there any more.
  return typeof left === 'number'
    ? [event, { type: 'case.left_space', spaceId: left, caseId, payload: { revision } }]
    : [event];
};

/** Puts the texts of the case into the search index. */
export const indexCase = (tx: Context, { id, title, description, tags }: Case): Promise<void> =>
  indexDocument(tx.db, { caseId: id, title, body: textOfHtml(description), tags: tags.join(' ') });
