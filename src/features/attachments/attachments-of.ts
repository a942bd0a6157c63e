import type { Context } from '../../platform/context.ts';
import type { Case } from '../cases/case.ts';
import type { Attachment } from './attachment.ts';
import { selectAttachmentsOfAllComments, selectAttachmentsOfCases } from './attachments.store.ts';

type AttachmentsById = ReadonlyMap<number, readonly Attachment[]>;

const none: AttachmentsById = new Map();

/** The files at cases that whoever acts was found to see, by the IDs of the cases: one statement for all that have any. */
export const attachmentsOfCases = async (ctx: Context, cases: readonly Case[]): Promise<AttachmentsById> => {
  const caseIds = cases.filter(({ attachmentCount }) => attachmentCount > 0).map(({ id }) => id);
  if (caseIds.length === 0) return none;
  return Map.groupBy(await selectAttachmentsOfCases(ctx.db, caseIds), ({ caseId }) => caseId);
};

/** The files at all comments of a case, by the IDs of the comments: for those comments that whoever acts was found to see. */
export const attachmentsOfComments = async (
  ctx: Context,
  { caseId }: { readonly caseId: number },
): Promise<AttachmentsById> =>
  Map.groupBy(await selectAttachmentsOfAllComments(ctx.db, caseId), ({ commentId }) => commentId ?? 0);
