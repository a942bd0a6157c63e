import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { BegunBulk } from '../bulk/begin-bulk.ts';
import { revertGroup } from '../bulk/revert-group.ts';
import { getImport } from './get-import.ts';

interface RevertImport {
  readonly importId: number;
  /** Whether only is asked what would be. */
  readonly isTrial: boolean;
}

/**
 * Takes an import back by a bulk change: cases that it created go to the bin unless they were used since, cases that it
 * changed are what they were. Throws IMPORT_NOT_FOUND, BULK_LIMIT_REACHED, FIELDS_INVALID, and REVERT_REFUSED for a dry
 * run, and as long as it is under way.
 */
export const revertImport = (ctx: Context, { importId, isTrial }: RevertImport): Promise<BegunBulk> =>
  ctx.inTransaction(async (tx) => {
    const { state, groupId } = await getImport(tx, { importId });
    if (state === 'queued' || state === 'running') throw refused(importId, 'is still under way: cancel it first');
    if (groupId === null) throw refused(importId, 'was a dry run, which wrote nothing');
    return revertGroup(tx, { groupId, isTrial });
  });

const refused = (importId: number, why: string): DomainError =>
  new DomainError('REVERT_REFUSED', { message: `The import ${importId} ${why}.` });
