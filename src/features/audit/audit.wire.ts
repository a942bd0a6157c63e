import { type Static, Type } from 'typebox';
import { doors } from '../../kernel/actor.ts';
import { decodeNumbers, foreignCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { readTimestamp, Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { cutPage, pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { personProperties } from '../../platform/http/api/person-properties.ts';
import { type AuditFilter, type AuditPlace, auditKinds, auditSources, auditTypes } from './audit.ts';
import type { NamedEntry } from './name-entries.ts';

/** Which entries are listed. */
export const AuditQuery = Type.Object(
  {
    ...pageQuery,
    kind: Type.Optional(Type.Enum([...auditKinds], { description: 'Only what is about this.' })),
    userId: Type.Optional(
      Id('Only what this user did, and what was done to them; attempts to sign in with their name, too.'),
    ),
    since: Type.Optional(Timestamp('Only what happened from then on.')),
    until: Type.Optional(Timestamp('Only what happened before.')),
  },
  { additionalProperties: false },
);

const optional = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T, description: string) =>
  Type.Union([shape, Type.Null()], { description });

const Person = Type.Object(personProperties);

const Change = Type.Object(
  {
    property: Type.String({ description: 'What changed, for example `role`.' }),
    oldValue: Type.Optional(Type.Unknown({ description: 'What it was; left out when that is not kept.' })),
    newValue: Type.Optional(Type.Unknown({ description: 'What it became; left out when that is not kept.' })),
  },
  { additionalProperties: false },
);

/** Something that administrators may have to find out about. */
const ApiAuditEntry = Type.Object(
  {
    id: Type.String({ description: 'Names the entry.', examples: ['events-4711'] }),
    at: Timestamp('When it happened.'),
    type: Type.Enum([...auditTypes], { description: 'What happened.' }),
    actor: optional(Person, 'Who did it; null for the operator of the machine and for whoever is not signed in.'),
    door: Type.Enum([...doors], { description: 'How it came in.' }),
    keyId: optional(Type.Integer(), 'With which API key or session; null for none.'),
    space: optional(Type.Object({ id: Type.Integer(), name: Type.String() }), 'In which space; null for none.'),
    person: optional(Person, 'Whom it is about; null for nobody.'),
    name: optional(
      Type.String(),
      'What it is about, by name; the beginning of a name with which nobody can sign in; null for none.',
    ),
    changes: Type.Array(Change, { description: 'What changed, as far as it is kept.' }),
    address: optional(Type.String(), 'From which IP address somebody signed in or tried to; kept for 90 days.'),
    userAgent: optional(Type.String(), 'What the browser or program called itself; kept for 90 days.'),
  },
  { $id: 'AuditEntry', additionalProperties: false },
);

export const AuditPage = pageOf(ApiAuditEntry);

/** Which entries the parameters ask for. Throws FIELDS_INVALID. */
export const readAuditQuery = ({ kind, userId, since, until, cursor }: Static<typeof AuditQuery>) =>
  ({
    ...{ kind, userId },
    since: since === undefined ? undefined : readTimestamp('since', since),
    until: until === undefined ? undefined : readTimestamp('until', until),
    after: cursor === undefined ? undefined : placeIn(cursor),
  }) satisfies AuditFilter & { readonly after: AuditPlace | undefined };

const placeIn = (cursor: string): AuditPlace => {
  const [at = 0, number = 0, id = 0] = decodeNumbers(cursor, 3);
  const source = (Object.keys(auditSources) as (keyof typeof auditSources)[]).find(
    (each) => auditSources[each] === number,
  );
  if (source === undefined) throw foreignCursor();
  return { at, source, id };
};

/** A page of entries, of which one more than its length was looked for. */
export const presentAuditPage = (found: readonly NamedEntry[], limit: number): Static<typeof AuditPage> => {
  const { items, next } = cutPage(found, limit, ({ entry: { at, source, id } }) => [at, auditSources[source], id]);
  return { items: items.map(presentEntry), next };
};

const presentEntry = ({ entry, ...named }: NamedEntry): Static<typeof ApiAuditEntry> => ({
  ...{ id: `${entry.source}-${entry.id}`, at: timestamp(entry.at), type: entry.type },
  ...named,
  ...{ door: entry.door, keyId: entry.keyId, name: entry.name, changes: [...entry.changes] },
  ...{ address: entry.address, userAgent: entry.userAgent },
});
