import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { Session } from '../../platform/database/session.ts';
import {
  type AuditFilter,
  type AuditPlace,
  type AuditSource,
  auditedEvents,
  auditSources,
  signInOrigins,
} from './audit.ts';

/** A page of one source. */
interface SourcePage extends AuditFilter {
  /** Only what stands behind this place. */
  readonly after: AuditPlace | undefined;
  readonly limit: number;
}

/** An event as the log has it. */
export interface AuditedEvent {
  readonly id: number;
  readonly type: string;
  readonly spaceId: number | null;
  readonly actorId: number | null;
  readonly keyId: number | null;
  readonly door: string;
  readonly at: number;
  /** JSON. */
  readonly payload: string;
}

/** Inside JSON texts the quotes would be escaped, so nothing that people write is taken for it. */
const isOfSignIn = sql<SqlBool>`(${sql.join(
  signInOrigins.map((origin) => sql`payload like ${`%"origin":"${origin}"%`}`),
  sql` or `,
)})`;

/**
 * What the index has: nothing that people do for themselves, as often as they like, nor views that are not shared, which
 * are nobody else's business.
 */
export const isAudited = sql<SqlBool>`case_id is null and type not in ('notifications.marked', 'notifications.muted',
  'notifications.unmuted', 'notifications.preferences_changed', 'user.device_registered', 'user.device_forgotten')
  and (space_id is not null or type not in ('view.created', 'view.updated', 'view.deleted'))`;

/** The newest events that are wanted. */
export const selectAuditedEvents = async (
  { aside }: Session,
  { kind, userId, after, limit, ...times }: SourcePage,
): Promise<AuditedEvent[]> => {
  let query = aside
    .selectFrom('events')
    .select([
      ...(['id', 'type', 'door', 'at', 'payload'] as const),
      ...(['space_id as spaceId', 'actor_id as actorId', 'key_id as keyId'] as const),
    ])
    .where(isAudited)
    .where((eb) => isOfKind(eb, kind));
  if (userId !== undefined) query = query.where((eb) => isAboutOrBy(eb, userId));
  if (times.since !== undefined) query = query.where('at', '>=', times.since);
  if (times.until !== undefined) query = query.where('at', '<', times.until);
  if (after !== undefined) query = query.where(isBehind('events', after));
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
};

type Events = ExpressionBuilder<Schema, 'events'>;

const isOfKind = (eb: Events, kind: SourcePage['kind']) => {
  const ended = eb.and([eb('type', '=', 'key.revoked'), isOfSignIn]);
  if (kind === 'sign-ins') return ended;
  const types = kind === undefined ? Object.values(auditedEvents).flat() : auditedEvents[kind];
  const told = eb.and([eb('type', 'in', types), eb.not(eb.and([eb('type', 'like', 'key.%'), isOfSignIn]))]);
  return kind === undefined ? eb.or([told, ended]) : told;
};

const isAboutOrBy = (eb: Events, userId: number) =>
  eb.or([
    eb('actor_id', '=', userId),
    eb('payload', 'like', `%"userId":${userId},%`),
    eb('payload', 'like', `%"userId":${userId}}%`),
  ]);

/** Signing in as it is kept. */
export interface AuditedSignIn {
  readonly id: number;
  readonly at: number;
  readonly succeeded: boolean;
  readonly userId: number | null;
  readonly name: string;
  readonly address: string;
  readonly userAgent: string;
  readonly door: string;
  readonly keyId: number | null;
}

/** The newest times that somebody signed in or tried to. */
export const selectAuditedSignIns = async (
  { aside }: Session,
  { userId, after, limit, since, until }: SourcePage,
): Promise<AuditedSignIn[]> => {
  let query = aside
    .selectFrom('sign_ins')
    .select([
      ...(['id', 'at', 'succeeded', 'name', 'address', 'door'] as const),
      ...(['user_id as userId', 'user_agent as userAgent', 'key_id as keyId'] as const),
    ]);
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  if (since !== undefined) query = query.where('at', '>=', since);
  if (until !== undefined) query = query.where('at', '<', until);
  if (after !== undefined) query = query.where(isBehind('signIns', after));
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({ ...row, succeeded: Boolean(row.succeeded) }));
};

/** What stands behind a place, of one of the sources. */
const isBehind = (source: AuditSource, { at, id, ...place }: AuditPlace) => {
  const difference = auditSources[source] - auditSources[place.source];
  if (difference < 0) return sql<SqlBool>`at <= ${at}`;
  if (difference > 0) return sql<SqlBool>`at < ${at}`;
  return sql<SqlBool>`(at < ${at} or (at = ${at} and id < ${id}))`;
};
