import type { Door } from '../../kernel/actor.ts';
import { choiceHappenings, choiceKinds, type EventType } from '../events/event-types.ts';

/** The types of events that an audit tells, by what they are about. */
export const auditedEvents = {
  people: [
    'user.created',
    'user.updated',
    'user.activated',
    'user.deactivated',
    'user.role_changed',
    'user.password_set',
    'user.password_link_issued',
  ],
  keys: ['key.created', 'key.renamed', 'key.revoked'],
  members: ['space.member_added', 'space.member_role_changed', 'space.member_removed'],
  configuration: [
    'space.created',
    'space.renamed',
    'space.archived',
    'space.unarchived',
    'space.visibility_changed',
    ...choiceKinds.flatMap((kind) => choiceHappenings.map((happened) => `${kind}.${happened}` as const)),
    'status.changed',
    'milestone.scheduled',
    'milestone.completed',
    'milestone.reopened',
    'template.created',
    'template.updated',
    'template.deleted',
    'tag.renamed',
    'tag.removed',
    'workspace.renamed',
  ],
  views: ['view.created', 'view.updated', 'view.deleted'],
  webhooks: ['webhook.created', 'webhook.updated', 'webhook.secret_rotated', 'webhook.disabled', 'webhook.deleted'],
} as const satisfies Readonly<Record<string, readonly Exclude<EventType, UnauditedEvent>[]>>;

/** What an audit does not tell: the work itself, which has histories, and what people set for themselves. */
type UnauditedEvent =
  | 'case.created'
  | 'case.updated'
  | 'case.left_space'
  | 'case.deleted'
  | 'case.restored'
  | 'case.purged'
  | 'case.liked'
  | 'case.unliked'
  | 'case.linked'
  | 'case.unlinked'
  | 'comment.created'
  | 'comment.updated'
  | 'comment.deleted'
  | 'comment.liked'
  | 'comment.unliked'
  | 'attachment.added'
  | 'attachment.deleted'
  | 'user.device_registered'
  | 'user.device_forgotten'
  | 'notifications.marked'
  | 'notifications.muted'
  | 'notifications.unmuted'
  | 'notifications.preferences_changed';

/** What an entry is about. */
export const auditKinds = ['sign-ins', ...(Object.keys(auditedEvents) as (keyof typeof auditedEvents)[])] as const;
type AuditKind = (typeof auditKinds)[number];

/** What happened with signing in, which the log of events does not tell as such. */
const signInTypes = ['session.started', 'session.refused', 'session.ended'] as const;

export { signInOrigins } from '../keys/key.ts';

/** Everything that an audit can tell of. */
export const auditTypes = [...signInTypes, ...Object.values(auditedEvents).flat()] as const;

/**
 * Every type of event is either told or named as unaudited: one that is neither does not fit into what the API answers,
 * and so does not compile.
 */
export type AuditType = (typeof signInTypes)[number] | Exclude<EventType, UnauditedEvent>;

/** Where an entry comes from: of two in the same millisecond, the one with the higher number comes first. */
export const auditSources = { events: 0, signIns: 1 } as const;
export type AuditSource = keyof typeof auditSources;

/** Where an entry stands: the newest come first. */
export interface AuditPlace {
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly source: AuditSource;
  readonly id: number;
}

/** One property that changed. */
export interface AuditedChange {
  readonly property: string;
  /** Absent when it was not kept. */
  readonly oldValue?: unknown;
  readonly newValue?: unknown;
}

/** Something that happened, as the log and what is known of signing in have it. */
export interface AuditEntry extends AuditPlace {
  readonly type: AuditType;
  /** Who did it; null for the operator of the machine, and for whoever is not signed in. */
  readonly actorId: number | null;
  readonly keyId: number | null;
  readonly door: Door;
  readonly spaceId: number | null;
  /** Whom it is about; null for nobody. */
  readonly personId: number | null;
  /** What it is about, by name; null when it has none. */
  readonly name: string | null;
  readonly changes: readonly AuditedChange[];
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** Which entries are wanted; all conditions hold. */
export interface AuditFilter {
  readonly kind: AuditKind | undefined;
  /** Who did it, or whom it is about. */
  readonly userId: number | undefined;
  /** In milliseconds since 1970-01-01T00:00:00Z: from the one on, and before the other. */
  readonly since: number | undefined;
  readonly until: number | undefined;
}
