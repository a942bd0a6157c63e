import { DomainError } from '../../kernel/errors.ts';

/** A file at a case or at one of its comments. It never changes. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Attachment {
  readonly id: number;
  readonly caseId: number;
  /** The comment it belongs to; null when it is the case itself. */
  readonly commentId: number | null;
  readonly uploaderId: number;
  readonly name: string;
  /** Decided from the bytes. */
  readonly contentType: string;
  readonly byteSize: number;
  /** Under which name the bytes are kept. */
  readonly storageKey: string;
  readonly createdAt: number;
}

/** The longest name, in bytes of UTF-8: file systems take 255, and programs add something to names. */
const MAX_NAME_BYTES = 200;
/** How much of the end of a long name is kept as its extension, in characters, with the dot. */
const MAX_EXTENSION_LENGTH = 12;

const NAMELESS = 'file';

/** Controls, invisible characters and those that turn the direction of writing: `exe.gpj` shown as `jpg.exe`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** What Windows does not take in a name. */
const FORBIDDEN = /[<>:"|?*]/gu;
/** Devices of Windows, whatever follows after a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/iu;

/** The name of a file as people see it and save it, made of what a client sent: never a path, never empty. */
export const cleanName = (sent: string): string => {
  const last = sent.toWellFormed().normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const visible = trimmed(last.replace(INVISIBLE, '').replace(FORBIDDEN, '_').replace(/\s+/gu, ' '));
  const name = trimmed(shortened(visible));
  if (name === '') return NAMELESS;
  return DEVICE.test(name) ? `_${name}` : name;
};

/** Without dots and spaces where they hide a file or where Windows drops them. */
const trimmed = (name: string): string => {
  let [from, to] = [0, name.length];
  while (from < to && isEdge(name, from)) from += 1;
  while (to > from && isEdge(name, to - 1)) to -= 1;
  return name.slice(from, to);
};

const isEdge = (name: string, at: number): boolean => /^[.\s]$/u.test(name.charAt(at));

const shortened = (name: string): string => {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= MAX_EXTENSION_LENGTH ? name.slice(dot) : '';
  return firstBytes(name, MAX_NAME_BYTES - Buffer.byteLength(extension)) + extension;
};

/** As many whole characters as have room in so many bytes. */
const firstBytes = (name: string, most: number): string => {
  const bytes = Buffer.from(name).subarray(0, most);
  return new TextDecoder().decode(bytes, { stream: true });
};

/** The refusal for an attachment that does not exist, at least not for whoever acts. */
export const attachmentNotFound = (attachmentId: number): DomainError =>
  new DomainError('ATTACHMENT_NOT_FOUND', { message: `There is no attachment ${attachmentId}.` });
