import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Attachment } from './attachment.ts';
import { getAttachment, getLinkedAttachment } from './get-attachment.ts';

interface OpenAttachment {
  /** For looking up what a signature allows, whoever asks. */
  readonly reader: Context;
  readonly attachmentId: number;
  readonly signature: string | undefined;
}

interface OpenedAttachment {
  readonly attachment: Attachment;
  /** Whether the signature has opened it. */
  readonly isLinked: boolean;
}

/**
 * The attachment for whoever has a signed link to it, or else may see it; `ctx` is undefined for those who have no key.
 * Throws ATTACHMENT_NOT_FOUND, KEY_MISSING without key and signature, FILE_LINK_UNUSABLE when the signature is not good.
 */
export const openAttachment = async (
  ctx: Context | undefined,
  { reader, attachmentId, signature = '' }: OpenAttachment,
): Promise<OpenedAttachment> => {
  const linked = signature === '' ? undefined : await getLinkedAttachment(reader, { attachmentId, signature });
  if (linked !== undefined) return { attachment: linked, isLinked: true };
  if (ctx === undefined) {
    throw signature === ''
      ? new DomainError('KEY_MISSING', { message: HOW_TO_READ })
      : new DomainError('FILE_LINK_UNUSABLE');
  }
  return { attachment: await getAttachment(ctx, { attachmentId }), isLinked: false };
};

const HOW_TO_READ = 'A file is read with an API key, sent as Authorization: Bearer <key>, or by its signed address.';
