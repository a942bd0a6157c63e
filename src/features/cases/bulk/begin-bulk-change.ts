import { invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { storableComment } from '../../comments/comment.ts';
import type { QueryHint } from '../../queries/query.ts';
import { normalizeChanges } from '../normalize-changes.ts';
import { type BegunBulk, beginBulk } from './begin-bulk.ts';
import type { BulkMode, BulkRequest } from './bulk-change.ts';
import { type BulkSelection, selectCases } from './select-cases.ts';
import { normalizeTagging } from './tagging.ts';
import { updateCases } from './update-cases.ts';

/** How many cases can be changed in one transaction: other writers wait for it. */
const MOST_ALL_OR_NOTHING = 10_000;

/** How much can be written in one transaction, and by one bulk change, in bytes. */
const MOST_BYTES_ALL_OR_NOTHING = 16 * 1024 * 1024;
const MOST_BYTES = 2 * 1024 * 1024 * 1024;

interface BeginBulkChange {
  readonly selection: BulkSelection;
  readonly request: BulkRequest;
  readonly mode: BulkMode;
  /** Whether only is asked what would be. */
  readonly isTrial: boolean;
}

/** A bulk change that was begun, and what the query that selects its cases was probably meant to say. */
export interface BegunBulkChange extends BegunBulk {
  readonly hints: readonly QueryHint[];
}

/**
 * Gives many cases the same changes, with rights, checks, history and events of each, and one group in the history.
 * Up to a thousand are changed at once, in one transaction; more, or much text, become a job. Throws FIELDS_INVALID,
 * BULK_LIMIT_REACHED, and BULK_REFUSED when all or nothing was to be changed and a case was refused.
 */
export const beginBulkChange = async (
  ctx: Context,
  { selection, request, mode, isTrial }: BeginBulkChange,
): Promise<BegunBulkChange> => {
  requireSomething(request);
  const changes = normalizeChanges(request.changes);
  const tagging = request.tagging && normalizeTagging(changes, request.tagging);
  if (request.comment !== undefined) storableComment(request.comment.text);
  const { caseIds, hints } = await selectCases(ctx, selection);
  if (mode === 'all-or-nothing' && caseIds.length > MOST_ALL_OR_NOTHING) {
    const most = MOST_ALL_OR_NOTHING.toLocaleString('en');
    throw invalidField('mode', `must be per-case for ${caseIds.length} cases: all or nothing is for up to ${most}`);
  }
  const settled = { ...request, changes, tagging };
  const bytes = Buffer.byteLength(JSON.stringify(settled));
  requireLight(mode, bytes * caseIds.length);
  const perform = (tx: Context) => updateCases(tx, { caseIds, mode, ...settled });
  const begun = await beginBulk(ctx, { caseIds, mode, request: settled, weightOf: () => bytes, isTrial, perform });
  return { ...begun, hints };
};

const requireSomething = ({ changes, tagging, comment }: BulkRequest): void => {
  if (Object.keys(changes).length === 0 && tagging === undefined && comment === undefined) {
    throw invalidField('changes', 'must name at least one property');
  }
};

const requireLight = (mode: BulkMode, bytes: number): void => {
  if (mode === 'all-or-nothing' && bytes > MOST_BYTES_ALL_OR_NOTHING) {
    throw invalidField(
      'mode',
      'must be per-case for so much text: all or nothing is for up to 16 MB, all cases together',
    );
  }
  if (bytes > MOST_BYTES)
    throw invalidField('selection', 'must be of fewer cases for so much text: up to 2 GB together');
};
