import { type Static, Type } from 'typebox';
import { doors } from '../../../kernel/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { encodeCursor, idInCursor } from '../../../platform/http/api/cursor.ts';
import { Timestamp, timestamp } from '../../../platform/http/api/instants.ts';
import { pageOf, pageQuery } from '../../../platform/http/api/page.ts';
import { personProperties } from '../../../platform/http/api/person-properties.ts';
import type { CaseChange, ChangePage, ChangePageRequest, HistoryEntry } from './case-change.ts';
import { type Author, findAuthors } from './find-authors.ts';

const optionalId = (description: string) => Type.Union([Type.Integer(), Type.Null()], { description });

const ApiHistoryEntry = Type.Object(
  {
    id: Type.Integer({ description: 'The ID of the entry.' }),
    property: Type.String({ description: 'The property of the case; `deletedAt` tells of the bin.' }),
    oldValue: Type.Unknown({ description: 'What it was, in the form of the case; null when the case was created.' }),
    newValue: Type.Unknown({ description: 'What it became.' }),
  },
  { $id: 'HistoryEntry', additionalProperties: false, description: 'One changed property.' },
);

const ApiAuthor = Type.Object(personProperties);

const ApiReverted = Type.Object(
  {
    revision: optionalId('The revision of the case whose change it takes back; null for a bulk change.'),
    entryId: optionalId('The only entry of that change that it takes back; null for all of them.'),
    bulkId: optionalId('The bulk change that it takes back; null for a single change.'),
  },
  { additionalProperties: false },
);

/** One change of a case, in the new API. */
const ApiCaseChange = Type.Object(
  {
    caseId: Type.Integer({ description: 'The number of the case.' }),
    revision: Type.Integer({ description: 'The revision that the change made.' }),
    at: Timestamp('When it was changed.'),
    actorId: optionalId('Who changed it; null for the operator of the machine.'),
    actor: Type.Union([ApiAuthor, Type.Null()], { description: 'The same person by name.' }),
    keyId: optionalId('With which API key; null for none.'),
    door: Type.Enum([...doors], { description: 'Through which door the change came.' }),
    bulkId: optionalId('The bulk change that it is part of; null when it stands for itself.'),
    reverts: Type.Union([ApiReverted, Type.Null()], { description: 'What it takes back; null for other changes.' }),
    entries: Type.Array(ApiHistoryEntry, { description: 'What was changed, property by property.' }),
  },
  { $id: 'CaseChange', additionalProperties: false, description: 'What one change did to one case.' },
);

/** The parameters of every list of changes. */
export const changesQuery = Type.Object(pageQuery, { additionalProperties: false });

/** What all lists of changes say of themselves. */
export const aboutChanges = `Newest first, one item for each change with all its entries. Long texts and cases that
you do not see make pages shorter, even empty: go on as long as \`next\` is not null.`;

/** A page of changes. */
export const ChangesPage = pageOf(ApiCaseChange);

/** Which page the parameters ask for. Throws FIELDS_INVALID. */
export const readChangesPage = ({ limit, cursor }: Static<typeof changesQuery>): ChangePageRequest => ({
  limit,
  before: idInCursor(cursor),
});

/** The page on the wire. */
export const presentChanges = async (
  ctx: Context,
  { changes, next }: ChangePage,
): Promise<Static<typeof ChangesPage>> => {
  const authors = await findAuthors(ctx, { changes });
  return {
    items: changes.map((change) => presentChange(change, authors)),
    next: next === undefined ? null : encodeCursor([next]),
  };
};

const presentChange = (
  { at, actorId, door, entries, reverts, ...change }: CaseChange,
  authors: ReadonlyMap<number, Author>,
): Static<typeof ApiCaseChange> => ({
  caseId: change.caseId,
  revision: change.revision,
  at: timestamp(at),
  actorId,
  actor: authors.get(actorId ?? 0) ?? null,
  keyId: change.keyId,
  door: door as (typeof doors)[number],
  bulkId: change.bulkId,
  reverts,
  entries: entries.map(presentEntry),
});

/** History keeps instants as numbers; the wire has them as text. */
const presentEntry = ({ id, property, oldValue, newValue }: HistoryEntry): Static<typeof ApiHistoryEntry> => {
  const present = (value: unknown): unknown =>
    property === 'deletedAt' && typeof value === 'number' ? timestamp(value) : value;
  return { id, property, oldValue: present(oldValue), newValue: present(newValue) };
};
