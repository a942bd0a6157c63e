import { fieldNamed, type QueryFault, type Span } from './query.ts';
import { type PlainMistake, plainFault, queryFault } from './query-fault.ts';

/** A value as it is written, without its quotes. */
export interface RawValue extends Span {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** A field with its values, as they are written. */
export interface FieldToken extends Span {
  readonly kind: 'field';
  readonly name: string;
  readonly values: readonly RawValue[];
}

export type Token =
  | FieldToken
  | (Span & { readonly kind: 'open' | 'close' | 'not' | 'or' | 'and' })
  | (Span & { readonly kind: 'text'; readonly text: string });

interface Tokens {
  readonly tokens: readonly Token[];
  readonly faults: readonly QueryFault[];
}

const SPACE = /\s+/uy;
const WORD = /[^\s"()]+/uy;
const VALUE = /[^\s"(),]+/uy;
/** A colon before two slashes belongs to an address. */
const FIELD = /([A-Za-z][A-Za-z_-]*):(?!\/\/)/uy;
/** A minus that belongs to what follows: not to a word such as "--force", and not to itself. */
const MINUS = /-(?=[^\s)-])/uy;
const QUOTED = /"((?:[^"\\]|\\.|\\$)*)("?)/suy;
/** A value that stands apart from its field, and is no term of its own. */
const VALUE_APART = /\s+(?!(?:-?[A-Za-z][A-Za-z_-]*:|(?:OR|AND|NOT)(?:\s|$)))("(?:[^"\\]|\\.)+"|[^\s"(),]+)/uy;
const VALUES_END = /(?=[\s)]|$)/uy;

interface FieldStart {
  readonly name: string;
  readonly start: number;
}

const isKnown = (name: string): boolean => fieldNamed(name) !== undefined || name.toLowerCase() === 'sort';

const keywords: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

/** Takes the text of a query apart. What it does not understand is told and passed over. */
export const tokenizeQuery = (text: string): Tokens => new Tokenizer(text).all();

class Tokenizer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #faults: QueryFault[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Tokens {
    for (this.#take(SPACE); this.#at < this.#text.length; this.#take(SPACE)) this.#next();
    return { tokens: this.#tokens, faults: this.#faults };
  }

  #next(): void {
    const start = this.#at;
    const character = this.#text[start];
    if (character === '"') this.#quotedText(start);
    else if (character === '(' || character === ')') this.#parenthesis(character, start);
    else if (this.#take(MINUS) !== undefined) this.#tokens.push({ kind: 'not', start, end: this.#at });
    else this.#fieldOrWord(start);
  }

  #parenthesis(character: '(' | ')', start: number): void {
    this.#at += 1;
    this.#tokens.push({ kind: character === '(' ? 'open' : 'close', start, end: this.#at });
  }

  #fieldOrWord(start: number): void {
    const name = this.#take(FIELD)?.[1];
    if (name === undefined) this.#word(start);
    else this.#field(name, start);
  }

  #word(start: number): void {
    const word = this.#take(WORD)?.[0] ?? '';
    const keyword = keywords.get(word);
    const span = { start, end: this.#at };
    this.#tokens.push(keyword === undefined ? { kind: 'text', text: word, ...span } : { kind: keyword, ...span });
  }

  #quotedText(start: number): void {
    const text = this.#quoted(start);
    if (text !== undefined) this.#tokens.push({ kind: 'text', text, start, end: this.#at });
  }

  #field(name: string, start: number): void {
    const values: RawValue[] = [];
    do {
      const value = this.#value({ name, start });
      if (value !== undefined) values.push(value);
    } while (this.#skipComma());
    if (this.#take(VALUES_END) === undefined) {
      this.#fault({ start: this.#at, end: this.#at + 1 }, 'VALUE_NOT_SEPARATED');
    }
    this.#tokens.push({ kind: 'field', name, values, start, end: this.#at });
  }

  #value(field: FieldStart): RawValue | undefined {
    const start = this.#at;
    if (this.#text[start] === '"') {
      const text = this.#quoted(start);
      return text === undefined ? undefined : { text, isQuoted: true, start, end: this.#at };
    }
    const text = this.#take(VALUE)?.[0];
    if (text !== undefined) return { text, isQuoted: false, start, end: this.#at };
    this.#missingValue(field);
    return undefined;
  }

  /** "status: open" is a mistake that only a space makes. */
  #missingValue({ name, start: termStart }: FieldStart): void {
    const at = this.#at;
    VALUE_APART.lastIndex = at;
    const [apart, value] = VALUE_APART.exec(this.#text) ?? [];
    if (apart === undefined || !isKnown(name)) this.#fault({ start: at - 1, end: at }, 'VALUE_MISSING');
    else {
      const suggestion = `${this.#text.slice(termStart, at)}${value}`;
      this.#faults.push(
        queryFault({ start: termStart, end: at + apart.length }, { code: 'VALUE_APART', values: {}, suggestion }),
      );
    }
  }

  #skipComma(): boolean {
    if (this.#text[this.#at] !== ',') return false;
    this.#at += 1;
    return true;
  }

  /** What the quotes contain; undefined, and told, when it is nothing or never ends. */
  #quoted(start: number): string | undefined {
    const [, written = '', end] = this.#take(QUOTED) ?? [];
    const text = written.replace(/\\(["\\])/gu, '$1');
    if (end !== '' && text.trim() !== '') return text;
    this.#fault({ start, end: this.#at }, end === '' ? 'QUOTE_NOT_CLOSED' : 'QUOTES_EMPTY');
    return undefined;
  }

  #fault({ start, end }: Span, mistake: PlainMistake): void {
    this.#faults.push(plainFault({ start, end: Math.min(end, this.#text.length) }, mistake));
  }

  /** What the sticky expression finds here, which is then behind us. */
  #take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#text) ?? undefined;
    if (found !== undefined) this.#at = expression.lastIndex;
    return found;
  }
}
