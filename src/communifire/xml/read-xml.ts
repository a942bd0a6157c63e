// A reader of one flat element, and of nothing else XML can be: a document with a type (DTD) is refused before anything
// in it counts, so there are no entities to be expanded and nothing to be fetched. Source: www.w3.org, XML 1.0.
import { DomainError } from '../../kernel/errors.ts';
import type { JsonObject } from '../body.ts';

/** An element whose children are properties, by their names without prefixes: texts, null for nothing. */
export interface FlatElement {
  readonly name: string;
  readonly properties: JsonObject;
}

/** How deep elements may stand in each other. What is not flat is not understood, but passed over. */
const MAX_DEPTH = 16;

/** How many properties an element may have. */
const MAX_PROPERTIES = 1_000;

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const TOKEN = new RegExp(
  '(?<text>[^<]+)|<!\\[CDATA\\[(?<literal>[\\s\\S]*?)\\]\\]>|<!--(?:(?!--)[\\s\\S])*-->|<\\?[\\s\\S]*?\\?>|' +
    `<\\/(?<end>${NAME})\\s*>|` +
    `<(?<start>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>\\/?)>`,
  'uy',
);

/** XMLSchema-instance says that there is no value. */
const NIL = /\s(?:[\w.-]+:)?nil\s*=\s*["']\s*(?:true|1)\s*["']/u;

const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/gu;
const NO_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/u;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML 1.0 does not allow in a document, as itself or as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

interface OpenElement {
  readonly name: string;
  readonly isNil: boolean;
  text: string;
  hasChildren: boolean;
}

type Token = Partial<Record<'text' | 'literal' | 'end' | 'start' | 'attributes' | 'empty', string>>;

/** Reads a document of one flat element. Throws BODY_MALFORMED. */
export const readXml = (xml: string): FlatElement => {
  if (FORBIDDEN.test(xml)) throw malformed('has characters that XML does not allow');
  const reading = new Reading();
  for (const token of tokensOf(xml)) reading.take(token);
  return reading.finish();
};

const tokensOf = function* (xml: string): Generator<Token> {
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const position = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (match === null) throw malformed(problemAt(xml, position));
    yield match.groups ?? {};
  }
};

const problemAt = (xml: string, position: number): string =>
  xml.startsWith('<!DOCTYPE', position)
    ? 'must not have a document type (DTD)'
    : `is not well-formed at character ${position + 1}`;

class Reading {
  readonly #open: OpenElement[] = [];
  readonly #properties = new Map<string, string | null | object>();
  #root: string | undefined;

  take({ text, literal, start, end, attributes = '', empty }: Token): void {
    if (text !== undefined) this.#addText(decode(text));
    if (literal !== undefined) this.#addText(literal);
    if (start !== undefined) this.#begin(start, attributes);
    if (end !== undefined || empty === '/') this.#end(end ?? start ?? '');
  }

  finish(): FlatElement {
    if (this.#root === undefined || this.#open.length > 0) throw malformed('ends too early');
    return { name: localName(this.#root), properties: Object.fromEntries(this.#properties) };
  }

  #addText(text: string): void {
    const inner = this.#open.at(-1);
    if (inner !== undefined) inner.text += text;
    else if (text.trim() !== '') throw malformed('has text outside of its element');
  }

  #begin(name: string, attributes: string): void {
    if (this.#open.length === 0 && this.#root !== undefined) throw malformed('has more than one element');
    if (this.#open.length >= MAX_DEPTH) throw malformed('has elements too deep in each other');
    this.#root ??= name;
    const outer = this.#open.at(-1);
    if (outer !== undefined) outer.hasChildren = true;
    this.#open.push({ name, isNil: NIL.test(attributes), text: '', hasChildren: false });
  }

  #end(name: string): void {
    const ended = this.#open.pop();
    if (ended?.name !== name) throw malformed(`closes </${name.slice(0, 40)}>, which is not open`);
    if (this.#open.length === 1) this.#keep(ended);
    else if (this.#open.length === 0 && ended.text.trim() !== '') throw malformed('has text beside its properties');
  }

  #keep({ name, isNil, text, hasChildren }: OpenElement): void {
    if (this.#properties.size >= MAX_PROPERTIES) throw malformed('has too many properties');
    const value = isNil || text === '' ? null : text;
    this.#properties.set(localName(name), hasChildren ? {} : value);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const decode = (text: string): string => {
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  if (!lines.includes('&')) return lines;
  if (NO_REFERENCE.test(lines)) throw malformed('has an & that is not written as &amp;');
  return lines.replace(REFERENCE, (_, name?: string, decimal?: string, hexadecimal?: string) =>
    name === undefined ? characterOf(decimal, hexadecimal) : (named[name] ?? ''),
  );
};

const characterOf = (decimal?: string, hexadecimal?: string): string => {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const character = code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
  if (character === undefined || FORBIDDEN.test(character))
    throw malformed('refers to a character that XML does not allow');
  return character;
};

const malformed = (problem: string): DomainError =>
  new DomainError('BODY_MALFORMED', { message: `The XML in the request body ${problem}.` });
