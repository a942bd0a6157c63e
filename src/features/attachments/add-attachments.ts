import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { attachFiles } from './attach-files.ts';
import type { Attachment } from './attachment.ts';
import { discardFiles, receiveFiles } from './receive-files.ts';

/**
 * Attaches files to a case or to one of its comments, all or none, and answers when they are on disk. Throws what
 * `receiveFiles` and `attachFiles` throw. Source: communifire-api.md section 3, attachments.
 */
export const addAttachments = async (
  ctx: Context,
  { files: arriving, ...place }: Parameters<typeof receiveFiles>[1],
): Promise<Attachment[]> => {
  const files = await receiveFiles(ctx, { ...place, files: arriving });
  try {
    return await attachFiles(ctx, { ...place, files });
  } catch (error) {
    // Nobody knows whether a commit that failed has failed: then the sweep decides.
    const isUnknown = error instanceof DomainError && error.code === 'STORE_UNAVAILABLE';
    if (!isUnknown) await discardFiles(ctx, { files });
    throw error;
  }
};
