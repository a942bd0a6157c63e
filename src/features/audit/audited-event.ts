import type { Door } from '../../kernel/actor.ts';
import { signInOrigins } from '../keys/key.ts';
import type { AuditedEvent, AuditedSignIn } from './audit.store.ts';
import type { AuditEntry, AuditedChange, AuditType } from './audit.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Properties that name what an event is about, the best one first. */
const names = ['name', 'username', 'url'] as const;

/** Properties whose values are told, and where the value before is. */
const values = {
  role: 'oldRole',
  visibility: 'oldVisibility',
  position: 'oldPosition',
  isClosed: 'oldIsClosed',
  cssClass: 'oldCssClass',
  color: 'oldColor',
  dueAt: 'oldDueAt',
  spaceIds: undefined,
  rights: undefined,
  reason: undefined,
} as const satisfies Readonly<Record<string, string | undefined>>;

const instants: ReadonlySet<string> = new Set(['dueAt']);

/** An event of the log as an entry of the audit. */
export const entryOfEvent = ({ type, payload: json, ...event }: AuditedEvent): AuditEntry => {
  const payload = JSON.parse(json) as Payload;
  const name = names.map((each) => payload[each]).find((each) => typeof each === 'string');
  return {
    ...{ source: 'events', id: event.id, at: event.at, type: typeOf(type, payload) },
    ...{ actorId: event.actorId, keyId: event.keyId, door: event.door as Door, spaceId: event.spaceId },
    personId: typeof payload['userId'] === 'number' ? payload['userId'] : null,
    name: typeof name === 'string' ? name : null,
    changes: changesIn(payload),
    ...{ address: null, userAgent: null },
  };
};

/** The store has found nothing but these types. */
const typeOf = (type: string, { origin }: Payload): AuditType =>
  type === 'key.revoked' && signInOrigins.some((each) => each === origin) ? 'session.ended' : (type as AuditType);

const changesIn = (payload: Payload): AuditedChange[] => [
  ...(typeof payload['oldName'] === 'string' ? [changed(payload, 'name', 'oldName')] : []),
  ...(typeof payload['intoName'] === 'string' ? [{ property: 'into', newValue: payload['intoName'] }] : []),
  ...Object.entries(values)
    .filter(([property]) => property in payload)
    .map(([property, before]) => changed(payload, property, before)),
  ...(Array.isArray(payload['changed']) ? payload['changed'].map((property) => ({ property: String(property) })) : []),
];

const changed = (payload: Payload, property: string, before: string | undefined): AuditedChange => ({
  property,
  ...(before !== undefined && before in payload ? { oldValue: told(property, payload[before]) } : {}),
  newValue: told(property, payload[property]),
});

const told = (property: string, value: unknown): unknown =>
  instants.has(property) && typeof value === 'number' ? new Date(value).toISOString() : value;

/** What is known of signing in as an entry of the audit. */
export const entryOfSignIn = ({ succeeded, userId, name, door, ...known }: AuditedSignIn): AuditEntry => ({
  ...known,
  source: 'signIns',
  type: succeeded ? 'session.started' : 'session.refused',
  // Whoever failed has not shown who they are.
  actorId: succeeded ? userId : null,
  door: door as Door,
  spaceId: null,
  personId: userId,
  name: name === '' ? null : name,
  changes: [],
});
