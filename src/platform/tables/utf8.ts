import { DomainError } from '../../kernel/errors.ts';

/** The same bytes, as long as they are UTF-8. Throws FILE_UNREADABLE: replaced characters would be lost in silence. */
export async function* checkedUtf8(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of content) {
    check(decoder, piece);
    yield piece;
  }
  check(decoder);
}

const check = (decoder: TextDecoder, piece?: Buffer): void => {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new DomainError('FILE_UNREADABLE', { message: 'The file is not in UTF-8: save it as "CSV UTF-8".' });
  }
};
