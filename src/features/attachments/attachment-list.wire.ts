import type { Static } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { idInCursor } from '../../platform/http/api/cursor.ts';
import { cutPage } from '../../platform/http/api/page.ts';
import type { ReachedRequest } from '../../platform/http/origin.ts';
import type { Attachment } from './attachment.ts';
import {
  type AttachmentPage,
  type AttachmentQuery,
  type CaseAttachmentQuery,
  presentAttachments,
} from './attachment.wire.ts';
import { browseAttachmentsOfCase, browseAttachmentsOfComment } from './browse-attachments.ts';

type Page = Promise<Static<typeof AttachmentPage>>;

/** The files at a case that the parameters ask for. Throws CASE_NOT_FOUND, FIELDS_INVALID. */
export const caseAttachmentPage = async (
  ctx: Context,
  { caseId }: { readonly caseId: number },
  { query, request }: { readonly query: Static<typeof CaseAttachmentQuery>; readonly request: ReachedRequest },
): Page => {
  const { limit, cursor, withComments = false } = query;
  const after = idInCursor(cursor) ?? 0;
  const found = await browseAttachmentsOfCase(ctx, { caseId, withComments, after, limit: limit + 1 });
  return pageWith(ctx, found, { limit, request });
};

/** The files at a comment that the parameters ask for. Throws COMMENT_NOT_FOUND, FIELDS_INVALID. */
export const commentAttachmentPage = async (
  ctx: Context,
  { commentId }: { readonly commentId: number },
  { query, request }: { readonly query: Static<typeof AttachmentQuery>; readonly request: ReachedRequest },
): Page => {
  const { limit, cursor } = query;
  const after = idInCursor(cursor) ?? 0;
  const found = await browseAttachmentsOfComment(ctx, { commentId, after, limit: limit + 1 });
  return pageWith(ctx, found, { limit, request });
};

const pageWith = async (
  ctx: Context,
  found: readonly Attachment[],
  { limit, request }: { readonly limit: number; readonly request: ReachedRequest },
): Page => {
  const { items, next } = cutPage(found, limit, ({ id }) => [id]);
  return { items: await presentAttachments(ctx, items, request), next };
};
