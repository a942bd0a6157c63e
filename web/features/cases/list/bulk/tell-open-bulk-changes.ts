import { casekeep } from '../../../../server/casekeep.ts';
import { isMissing } from '../../../../server/refusal.ts';
import { forgetBulkChange, openBulkChanges } from './open-bulk-changes.ts';
import { tellBulk } from './tell-bulk.ts';

/** Tells a user again of the jobs that this tab was telling of before the page was loaded anew. */
export const tellOpenBulkChanges = async (userId: number): Promise<void> => {
  for (const bulkId of openBulkChanges(userId)) {
    try {
      tellBulk({ ...(await casekeep.getBulkChange({ bulkId })), results: null });
    } catch (error) {
      // Jobs are not kept for ever; of one that could not be asked for now, the next page tells.
      if (isMissing(error)) forgetBulkChange({ id: bulkId, creatorId: userId });
    }
  }
};
