import type { Readable } from 'node:stream';
import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { ByteRange } from '../../../platform/files/file-store.ts';
import type { Export } from './export.ts';

interface ReadExport {
  readonly found: Export;
  readonly range: ByteRange | 'all';
}

/** The file of an export, or a part of it. Throws EXPORT_NOT_FOUND when it was forgotten just now, EXPORT_NOT_READY. */
export const readExport = async (ctx: Context, { found, range }: ReadExport): Promise<Readable> => {
  const content = await ctx.platform.files.read(fileOf(found).key, range === 'all' ? undefined : range);
  if (content === undefined) throw new DomainError('EXPORT_NOT_FOUND');
  return content;
};

/** Where the file of an export is, and how large. Throws EXPORT_NOT_READY. */
export const fileOf = ({ id, state, storageKey, byteSize }: Export): { key: string; byteSize: number } => {
  if (storageKey !== null) return { key: storageKey, byteSize: byteSize ?? 0 };
  throw new DomainError('EXPORT_NOT_READY', { message: `The export ${id} has no file: it is ${state}.` });
};
