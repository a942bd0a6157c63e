import type { Context } from '../../platform/context.ts';
import { requireAdministrator } from '../users/require-administrator.ts';
import { selectAuditedEvents, selectAuditedSignIns } from './audit.store.ts';
import { type AuditEntry, type AuditFilter, type AuditPlace, auditSources } from './audit.ts';
import { entryOfEvent, entryOfSignIn } from './audited-event.ts';
import { type NamedEntry, nameEntries } from './name-entries.ts';

interface BrowseAudit extends AuditFilter {
  /** Only what stands behind this place; undefined for the first page. */
  readonly after: AuditPlace | undefined;
  readonly limit: number;
}

/**
 * Who signed in and who changed people, keys and configuration, the newest first, for administrators. Throws
 * RIGHT_MISSING.
 */
export const browseAudit = async (ctx: Context, wanted: BrowseAudit): Promise<NamedEntry[]> => {
  await requireAdministrator(ctx, 'read the audit');
  const isOfSignIns = wanted.kind === undefined || wanted.kind === 'sign-ins';
  const events = (await selectAuditedEvents(ctx.db, wanted)).map(entryOfEvent);
  const signIns = isOfSignIns ? (await selectAuditedSignIns(ctx.db, wanted)).map(entryOfSignIn) : [];
  return nameEntries(ctx, [...events, ...signIns].toSorted(newestFirst).slice(0, wanted.limit));
};

const newestFirst = (one: AuditEntry, other: AuditEntry): number =>
  other.at - one.at || auditSources[other.source] - auditSources[one.source] || other.id - one.id;
