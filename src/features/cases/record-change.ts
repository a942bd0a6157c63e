import type { Context } from '../../platform/context.ts';
import { indexDocuments } from '../../platform/database/text-search.ts';
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
/** What the rows of tags have. */
const tagged: ReadonlySet<CaseProperty> = new Set(['tags', 'spaceId']);
const withRecipients: ReadonlySet<CaseProperty> = new Set(['recipientIds']);

/** Writes all that goes with the rows of changed cases: lists, search index, history and events. */
export const recordChanges = async (tx: Context, records: readonly RecordChange[]): Promise<void> => {
  await insertLists(
    tx.db,
    records.filter(({ type }) => type === 'case.created').map(({ after }) => after),
  );
  await writeLists(
    tx,
    records.filter(({ type }) => type === 'case.updated'),
  );
  await indexCases(
    tx,
    records.filter(isChanging(searched)).map(({ after }) => after),
  );
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

const writeLists = async (tx: Context, records: readonly RecordChange[]): Promise<void> => {
  const changing = (properties: ReadonlySet<CaseProperty>) =>
    records.filter(isChanging(properties)).map(({ after }) => after);
  await replaceTags(tx.db, changing(tagged));
  await replaceRecipients(tx.db, changing(withRecipients));
};

const isChanging =
  (properties: ReadonlySet<CaseProperty>) =>
  ({ changes }: RecordChange): boolean =>
    changes.some(({ property }) => properties.has(property));

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

/** Puts the texts of the cases into the search index. */
export const indexCases = (tx: Context, cases: readonly Case[]): Promise<void> =>
  indexDocuments(
    tx.db,
    cases.map(({ id, title, description, tags }) => ({
      ...{ caseId: id, title, body: textOfHtml(description), tags: tags.join(' ') },
    })),
  );
