import { Readable } from 'node:stream';
import { Dicer } from '@fastify/busboy';
import { DomainError } from '../../kernel/errors.ts';
import { parseHeader, textOf } from './header-parameters.ts';

/** How many parts one body may have: files and fields. */
const MAX_PARTS = 100;
/** How large the headers of one part may be, in bytes, and how many. */
const MAX_PART_HEADER_BYTES = 16 * 1024;
const MAX_PART_HEADERS = 20;
/** The longest line between parts, in characters. Source: RFC 2046 section 5.1.1. */
const MAX_BOUNDARY_LENGTH = 70;

/** A field name that can only be the name of a file. */
const FILE_NAME = /\.\w{1,10}$/u;

/** A part of a body that is a file. */
export interface FilePart {
  /** As the client calls it; may be anything, also empty. */
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

interface ReadMultipart {
  readonly body: Readable;
  /** The header Content-Type. */
  readonly contentType: string;
  /** The whole body, in bytes. */
  readonly maxBytes: number;
}

/**
 * The files of a multipart body as they arrive, each to be read to its end before the next is asked for. Parts that are
 * no files are passed over. Throws REQUEST_MALFORMED, FILE_TOO_LARGE. Source: RFC 7578.
 */
export async function* filesOf(options: ReadMultipart): AsyncGenerator<FilePart> {
  const reading = new MultipartReading(options);
  try {
    yield* reading.files;
  } finally {
    reading.stop();
  }
}

/** One body on its way through the parser, which tells what it finds by events. */
class MultipartReading {
  readonly files = new Readable({ objectMode: true, read: () => undefined });
  readonly #body: Readable;
  readonly #parser: Dicer;
  readonly #maxBytes: number;
  /** What is in hand: it must not wait for bytes that never come. */
  readonly #open = new Set<Readable>();
  /** A part whose headers have not ended yet. */
  #unnamed: Readable | undefined;
  #bytes = 0;
  #parts = 0;
  #parsed = false;

  constructor({ body, contentType, maxBytes }: ReadMultipart) {
    this.#body = body;
    this.#maxBytes = maxBytes;
    const limits = { maxHeaderPairs: MAX_PART_HEADERS, maxHeaderSize: MAX_PART_HEADER_BYTES };
    this.#parser = new Dicer({ boundary: boundaryOf(contentType), ...limits });
    this.#parser.on('part', (part: Readable) => this.#onPart(part));
    this.#parser.on('finish', () => this.#onParsed());
    this.#parser.on('error', () => this.#fail(malformed('it ends too early')));
    // Whoever reads the files hears of errors by reading; nobody may be reading any more.
    this.files.on('error', () => undefined);
    // Not a pipe: that would let go of a body that goes on after its last part.
    this.#parser.on('drain', () => body.resume());
    body.on('data', this.#onData).on('end', this.#onEnd).on('error', this.#cutOff).on('close', this.#cutOff);
  }

  /** Lets go of the body, wherever it is. */
  stop(): void {
    this.#letGo();
    for (const part of this.#open) part.destroy();
  }

  readonly #onData = (piece: Buffer): void => {
    this.#bytes += piece.length;
    if (this.#bytes > this.#maxBytes) this.#fail(new DomainError('FILE_TOO_LARGE'));
    else if (!this.#parsed && !this.#parser.write(piece) && !this.#parsed) this.#body.pause();
  };

  readonly #onEnd = (): void => {
    if (this.#parsed) this.files.push(null);
    else this.#parser.end();
  };

  readonly #cutOff = (): void => {
    if (!this.#body.readableEnded) this.#fail(new DomainError('REQUEST_MALFORMED'));
  };

  #onPart(part: Readable): void {
    part.on('error', () => undefined);
    this.#parts += 1;
    if (this.#unnamed !== undefined) this.#fail(malformed('a part has no headers'));
    else if (this.#parts > MAX_PARTS) this.#fail(malformed(`it has more than ${MAX_PARTS} parts`));
    else this.#begin(part);
  }

  #begin(part: Readable): void {
    this.#unnamed = part;
    this.#open.add(part);
    part.once('close', () => this.#open.delete(part));
    part.once('header', (headers: PartHeaders) => {
      this.#unnamed = undefined;
      const [disposition] = headers['content-disposition'] ?? [];
      if (disposition === undefined) this.#fail(malformed('a part has no readable Content-Disposition'));
      else this.#handOut(part, fileNameOf(disposition, headers['content-type']?.[0]));
    });
  }

  #handOut(part: Readable, name: string | undefined): void {
    if (name === undefined) part.resume();
    else this.files.push({ name, content: part } satisfies FilePart);
  }

  #onParsed(): void {
    if (this.#unnamed !== undefined) this.#fail(malformed('a part has no headers'));
    this.#parsed = true;
    if (this.#body.readableEnded) this.files.push(null);
    else if (!this.files.destroyed) this.#body.resume();
  }

  #letGo(): void {
    this.#body.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#cutOff).pause();
    this.#parser.removeAllListeners('drain');
  }

  #fail(error: DomainError): void {
    this.#letGo();
    for (const part of this.#open) part.destroy(error);
    this.files.destroy(error);
  }
}

type PartHeaders = Readonly<Record<string, readonly string[] | undefined>>;

/** What a file is called, or undefined when the part is not a file. Some clients name the field like the file. */
const fileNameOf = (disposition: string, contentType = ''): string | undefined => {
  const header = parseHeader(disposition);
  const fileName = textOf(header, 'filename');
  const fieldName = textOf(header, 'name') ?? '';
  if (fileName !== undefined) return fileName === '' ? fieldName : fileName;
  const isText = contentType === '' || parseHeader(contentType).value === 'text/plain';
  return !isText || FILE_NAME.test(fieldName) ? fieldName : undefined;
};

const boundaryOf = (contentType: string): string => {
  const boundary = parseHeader(contentType).parameters.get('boundary') ?? '';
  if (boundary !== '' && boundary.length <= MAX_BOUNDARY_LENGTH) return boundary;
  throw malformed('its Content-Type names no usable boundary');
};

const malformed = (problem: string): DomainError =>
  new DomainError('REQUEST_MALFORMED', { message: `The upload is malformed: ${problem}.` });
