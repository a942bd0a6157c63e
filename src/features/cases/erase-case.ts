import type { Context } from '../../platform/context.ts';
import { removeDocument } from '../../platform/database/text-search.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { forgetAttachmentsOfCase } from '../attachments/forget-attachments-of-case.ts';
import { forgetCommentsOfCase } from '../comments/forget-comments-of-case.ts';
import { forgetLikesOfCase } from '../likes/forget-likes-of-case.ts';
import { forgetLinksOfCase } from '../links/forget-links-of-case.ts';
import { deleteCaseRows } from './bin.store.ts';
import type { Case } from './case.ts';

interface EraseCase {
  readonly found: Case;
}

/** Deletes a locked case of the bin for good, with the event; the bytes of its files are removed after the commit. */
export const eraseCase = async (tx: Context, { found }: EraseCase): Promise<void> => {
  const { id: caseId, spaceId, revision, deletedAt } = found;
  // Everything that refers to the case, each by its owner; what refers to something else here goes first. Feeds and
  // notifications hear of it by the event.
  await forgetLikesOfCase(tx, { caseId });
  await forgetLinksOfCase(tx, { caseId });
  await forgetAttachmentsOfCase(tx, { caseId });
  await forgetCommentsOfCase(tx, { caseId });
  await removeDocument(tx.db, { caseId });
  await deleteCaseRows(tx.db, caseId);
  await appendEvent(tx, { type: 'case.purged', spaceId, caseId, payload: { revision, deletedAt } });
};
