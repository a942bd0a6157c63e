import { createHash, randomBytes } from 'node:crypto';
import { cp, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../../kernel/errors.ts';

/** How many of its first bytes are handed out with a received file: enough to tell what it is. */
const HEAD_BYTES = 4_096;

/** Nobody else on the machine may read what people attach. */
const OWNER_ONLY_DIRECTORY = 0o700;
const OWNER_ONLY_FILE = 0o600;

/** 128 random bits; in hexadecimal, because some file systems take no notice of case. */
const KEY_BYTES = 16;
const KEY = /^[0-9a-f]{32}$/u;

/** Files are kept under the first two characters of their keys: in 256 directories. */
const SHARD_LENGTH = 2;
const SHARD = /^[0-9a-f]{2}$/u;

/** Where files that are still arriving are kept. */
const INCOMING = 'incoming';

/** A file that has arrived whole and is on disk. */
export interface StoredFile {
  /** Under which name it is kept: random. */
  readonly key: string;
  readonly byteSize: number;
  /** Its first bytes. */
  readonly head: Buffer;
  /** The SHA-256 of all its bytes, in base64url. */
  readonly digest: string;
}

/** A copy of all files, to come back to. */
export interface SavedFiles {
  readonly directory: string;
}

/** A part of a file: the first and the last byte, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

interface FileStoreOptions {
  /** It is made when it does not exist, with the first file. */
  readonly directory: string;
  /** False gives up durability for speed: for the sandbox and for tests, which lose nothing in a crash. */
  readonly durable: boolean;
}

/** Files in a directory, under random names. */
export class FileStore {
  readonly #directory: string;
  readonly #durable: boolean;

  constructor({ directory, durable }: FileStoreOptions) {
    this.#directory = directory;
    this.#durable = durable;
  }

  /**
   * Keeps what arrives, piece by piece, and answers when it is on disk. When it breaks off, or grows beyond the limit,
   * nothing is left. Throws FILE_TOO_LARGE, FILES_UNAVAILABLE, and what the content throws.
   */
  async receive(content: AsyncIterable<Buffer>, { maxBytes }: { readonly maxBytes: number }): Promise<StoredFile> {
    const key = randomBytes(KEY_BYTES).toString('hex');
    const incoming = join(this.#directory, INCOMING, key);
    try {
      await onDisk(mkdir(dirname(incoming), { recursive: true, mode: OWNER_ONLY_DIRECTORY }));
      const written = await this.#write(incoming, content, maxBytes);
      await onDisk(this.#moveIntoPlace(incoming, key));
      return { key, ...written };
    } catch (error) {
      await rm(incoming, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /** The bytes of a file, or of a part of it; undefined when it is not there. Throws FILES_UNAVAILABLE. */
  async read(key: string, range?: ByteRange): Promise<Readable | undefined> {
    try {
      const file = await open(this.#pathOf(key), 'r');
      return file.createReadStream(range);
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw new DomainError('FILES_UNAVAILABLE', { cause });
    }
  }

  /** Removes a file; one that is not there is no error. Throws FILES_UNAVAILABLE. */
  async remove(key: string): Promise<void> {
    await onDisk(rm(this.#pathOf(key), { force: true }));
  }

  /** Removes everything. For the sandbox only. */
  async clear(): Promise<void> {
    await onDisk(rm(this.#directory, { recursive: true, force: true }));
  }

  /** Copies all files to a place beside them. For the sandbox only. Throws FILES_UNAVAILABLE. */
  async save(): Promise<SavedFiles> {
    const directory = `${this.#directory}-${randomBytes(KEY_BYTES).toString('hex')}`;
    await onDisk(mkdir(this.#directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY }));
    await onDisk(cp(this.#directory, directory, { recursive: true }));
    return { directory };
  }

  /** Puts a copy in the place of all files. For the sandbox only. Throws FILES_UNAVAILABLE. */
  async restore({ directory }: SavedFiles): Promise<void> {
    await this.clear();
    await onDisk(cp(directory, this.#directory, { recursive: true }));
  }

  /** The keys of all files, directory by directory. */
  async *keys(): AsyncGenerator<string[]> {
    for (const shard of await listing(this.#directory)) {
      if (SHARD.test(shard)) yield (await listing(join(this.#directory, shard))).filter((name) => KEY.test(name));
    }
  }

  /** Whether the file was written before this instant; false when it is not there. */
  isOlder(key: string, before: number): Promise<boolean> {
    return isOlder(this.#pathOf(key), before);
  }

  /** Removes what began to arrive, was last written before this instant, and never came to its end. */
  async removeIncoming({ before }: { readonly before: number }): Promise<void> {
    const directory = join(this.#directory, INCOMING);
    for (const name of await listing(directory)) {
      if (await isOlder(join(directory, name), before)) await rm(join(directory, name), { force: true });
    }
  }

  async #write(path: string, content: AsyncIterable<Buffer>, maxBytes: number): Promise<Omit<StoredFile, 'key'>> {
    const file = await onDisk(open(path, 'wx', OWNER_ONLY_FILE));
    try {
      const written = await copy(content, file, maxBytes);
      if (this.#durable) await onDisk(file.sync());
      return written;
    } finally {
      await file.close();
    }
  }

  /** The name is on disk too when this is done: also of a directory that was made for it. */
  async #moveIntoPlace(incoming: string, key: string): Promise<void> {
    const path = this.#pathOf(key);
    const made = await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_DIRECTORY });
    await rename(incoming, path);
    if (!this.#durable) return;
    await syncDirectory(dirname(path));
    if (made !== undefined) await syncDirectory(this.#directory);
  }

  #pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('This is not the key of a file.');
    return join(this.#directory, key.slice(0, SHARD_LENGTH), key);
  }
}

const copy = async (content: AsyncIterable<Buffer>, file: FileHandle, maxBytes: number) => {
  const head: Buffer[] = [];
  const digest = createHash('sha256');
  let byteSize = 0;
  for await (const piece of content) {
    if (byteSize < HEAD_BYTES) head.push(piece.subarray(0, HEAD_BYTES - byteSize));
    byteSize += piece.length;
    digest.update(piece);
    if (byteSize > maxBytes) throw new DomainError('FILE_TOO_LARGE');
    await onDisk(file.appendFile(piece));
  }
  return { byteSize, head: Buffer.concat(head), digest: digest.digest('base64url') };
};

const syncDirectory = async (path: string): Promise<void> => {
  // Windows has no way to do it, and no need.
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};

const isOlder = async (path: string, before: number): Promise<boolean> => {
  try {
    return (await stat(path)).mtimeMs < before;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

const listing = async (directory: string): Promise<string[]> => {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** What the file system refuses is no defect: a full disk, a directory that may not be written. */
const onDisk = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (cause) {
    throw new DomainError('FILES_UNAVAILABLE', { cause });
  }
};
