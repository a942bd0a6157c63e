import { DomainError } from '../kernel/errors.ts';
import { textOfBody } from '../platform/http/body-text.ts';
import { parseJson } from '../platform/http/json-text.ts';

/** A stringified body over several lines: the vendor prints its sample so, though strict JSON has no such strings. */
const STRINGIFIED_LINES = /^\s*"[^\n]*\n/u;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Decodes the bytes of a JSON body; undefined when there are none: some clients always name a type. Throws BODY_MALFORMED, and CONTENT_TYPE_UNSUPPORTED when they are compressed. */
export const parseBody = (bytes: Buffer, encoding?: string): unknown => {
  const text = textOfBody(bytes, encoding);
  return text === undefined ? undefined : parsed(text, 'The request body');
};

/**
 * The object a body holds: as it is, or inside one JSON string, as the vendor's own sample sends it. Throws
 * BODY_MALFORMED. Source: communifire-api.md section 1, stringified bodies.
 */
export const objectOf = (body: unknown): JsonObject => {
  if (body === undefined || body === null) throw malformed('The request body is empty: it must be a JSON object.');
  const content = typeof body === 'string' ? parsed(body, 'The string in the request body') : body;
  if (isObject(content)) return content;
  throw malformed(`The request body must be a JSON object, or a string that contains one, not ${kindOf(content)}.`);
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string, where: string): unknown => {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return parseJson(STRINGIFIED_LINES.test(json) ? json.trim().replaceAll('\r', '').replaceAll('\n', '\\n') : json);
  } catch {
    throw malformed(`${where} is not valid JSON.`);
  }
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'string' ? 'a string inside a string' : `a ${typeof value}`;
};

const malformed = (message: string): DomainError => new DomainError('BODY_MALFORMED', { message });
