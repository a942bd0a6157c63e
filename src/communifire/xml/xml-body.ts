import { isUtf8 } from 'node:buffer';
import { DomainError } from '../../kernel/errors.ts';
import type { JsonObject } from '../body.ts';
import { type FlatElement, readXml } from './read-xml.ts';

/** What is refused with a type that is not XML, and what is compressed. */
export const NOT_XML = 'The request body must be XML, sent with Content-Type: application/xml.';

/** A declaration of another encoding. One of UTF-16 is passed over: .NET writes it in front of texts in UTF-8 too. */
const OTHER_ENCODING = /^<\?xml\s[^>]*?encoding\s*=\s*["'](?!utf-?8["']|utf-?16(?:le|be)?["']|us-ascii["'])/iu;

/** Reads the bytes of an XML body. Throws BODY_MALFORMED, and CONTENT_TYPE_UNSUPPORTED when they are compressed. */
export const parseXmlBody = (bytes: Buffer, encoding = 'identity'): FlatElement => {
  if (encoding.toLowerCase() !== 'identity') {
    throw new DomainError('CONTENT_TYPE_UNSUPPORTED', { message: 'The request body must not be compressed.' });
  }
  if (bytes.length === 0) throw malformed('The request body is empty: it must be XML.');
  return readXml(decoded(bytes));
};

const decoded = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  if (text === undefined || OTHER_ENCODING.test(text)) throw malformed('The XML in the request body must be UTF-8.');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
};

/** The properties of a body that has to be this element. Throws BODY_MALFORMED. */
export const propertiesOf = (body: unknown, name: string): JsonObject => {
  const element = body as FlatElement | undefined;
  if (element?.name.toLowerCase() === name.toLowerCase()) return element.properties;
  throw malformed(`The request body must be the XML element <${name}>.`);
};

const malformed = (message: string): DomainError => new DomainError('BODY_MALFORMED', { message });
