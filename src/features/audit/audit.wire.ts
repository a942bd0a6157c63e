import { type Static, Type } from 'typebox';
import { doors } from '../../kernel/actor.ts';
import type { Context } from '../../platform/context.ts';
import { decodeNumbers, foreignCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { readTimestamp, Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { cutPage, pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import { findUser } from '../users/find-user.ts';
import { type AuditEntry, type AuditFilter, type AuditPlace, auditKinds, auditSources, auditTypes } from './audit.ts';

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

const Person = Type.Object({ id: Type.Integer(), username: Type.String(), displayName: Type.String() });

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
export const presentAuditPage = async (
  ctx: Context,
  found: readonly AuditEntry[],
  limit: number,
): Promise<Static<typeof AuditPage>> => {
  const { items, next } = cutPage(found, limit, ({ at, source, id }) => [at, auditSources[source], id]);
  return { items: await Promise.all(items.map((entry) => presentEntry(ctx, entry))), next };
};

const presentEntry = async (ctx: Context, entry: AuditEntry): Promise<Static<typeof ApiAuditEntry>> => ({
  id: `${entry.source}-${entry.id}`,
  at: timestamp(entry.at),
  type: entry.type,
  actor: await person(ctx, entry.actorId),
  door: entry.door,
  keyId: entry.keyId,
  space: await space(ctx, entry.spaceId),
  person: await person(ctx, entry.personId),
  name: entry.name,
  changes: [...entry.changes],
  address: entry.address,
  userAgent: entry.userAgent,
});

const person = async (ctx: Context, id: number | null): Promise<Static<typeof Person> | null> => {
  const user = id === null ? undefined : await findUser(ctx, id);
  return user === undefined ? null : { id: user.id, username: user.username, displayName: user.displayName };
};

const space = async (ctx: Context, id: number | null): Promise<{ id: number; name: string } | null> => {
  const configuration = id === null ? undefined : await findConfiguration(ctx, id);
  return configuration === undefined ? null : { id: configuration.space.id, name: configuration.space.name };
};
