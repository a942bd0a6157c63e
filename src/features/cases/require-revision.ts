import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { Case, CaseChanges } from './case.ts';
import { selectLastChanges } from './last-changes.store.ts';

interface RequireRevision {
  readonly found: Case;
  readonly changes: CaseChanges;
  readonly expectedRevisions: readonly number[] | undefined;
}

/**
 * Throws CASE_CONFLICT unless the case is at one of the expected revisions. The refusal tells which of the properties
 * to be changed were changed since, what they are now, and by whom and when they were changed.
 */
export const requireRevision = async (ctx: Context, require: RequireRevision): Promise<void> => {
  const { found, expectedRevisions } = require;
  if (expectedRevisions === undefined || expectedRevisions.includes(found.revision)) return;
  const expected = expectedRevisions.length === 0 ? 'any that is expected' : expectedRevisions.join(' or ');
  throw new DomainError('CASE_CONFLICT', {
    message: `Case ${found.id} is at revision ${found.revision}, not at ${expected}: read it again.`,
    details: { revision: found.revision, conflicts: await conflictsOf(ctx, require) },
  });
};

const conflictsOf = async (ctx: Context, { found, changes, expectedRevisions = [] }: RequireRevision) => {
  const properties = Object.keys(changes) as (keyof CaseChanges)[];
  const since = Math.max(0, ...expectedRevisions.filter((revision) => revision < found.revision));
  const changed = await selectLastChanges(ctx.db, { caseId: found.id, since });
  const conflicts = [];
  for (const { property, actorId, at, revision } of changed) {
    const known = properties.find((each) => each === property);
    if (known === undefined) continue;
    const user = actorId === null ? undefined : await findUser(ctx, actorId);
    const changedBy = user === undefined ? null : { id: user.id, displayName: user.displayName };
    conflicts.push({
      property,
      currentValue: found[known],
      revision,
      changedBy,
      changedAt: new Date(at).toISOString(),
    });
  }
  return conflicts;
};
