import { fieldNamed, MAX_NESTING, MAX_VALUES, type QueryFault, type QueryNode } from './query.ts';
import { plainFault, queryFault } from './query-fault.ts';
import { joined, negated } from './query-nodes.ts';
import { readValue } from './read-values.ts';
import type { FieldToken, Token } from './tokenize-query.ts';
import { unknownField } from './unknown-field.ts';

/** Puts the terms of a query together; undefined when there are none. What is wrong is added to the faults. */
export const parseNodes = (tokens: readonly Token[], faults: QueryFault[]): QueryNode | undefined =>
  new NodeParser(tokens, faults).whole();

class NodeParser {
  readonly #tokens: readonly Token[];
  readonly #faults: QueryFault[];
  #at = 0;
  #nesting = 0;

  constructor(tokens: readonly Token[], faults: QueryFault[]) {
    this.#tokens = tokens;
    this.#faults = faults;
  }

  whole(): QueryNode | undefined {
    const nodes: QueryNode[] = [];
    while (this.#here !== undefined) {
      const node = this.#any();
      if (node !== undefined) nodes.push(node);
      // Only a parenthesis that closes nothing ends the whole before its end.
      if (this.#here !== undefined) this.#faults.push(plainFault(this.#here, 'PARENTHESIS_NOT_OPENED'));
      this.#at += 1;
    }
    return joined('all', nodes);
  }

  get #here(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #any(): QueryNode | undefined {
    const nodes: (QueryNode | undefined)[] = [this.#all()];
    while (this.#here?.kind === 'or') {
      const or = this.#here;
      this.#at += 1;
      const before = nodes.at(-1);
      const node = this.#all();
      if (before === undefined || node === undefined) this.#faults.push(plainFault(or, 'OR_WITHOUT_TERM'));
      nodes.push(node);
    }
    return joined('any', present(nodes));
  }

  #all(): QueryNode | undefined {
    const nodes: (QueryNode | undefined)[] = [];
    for (let here = this.#here; here !== undefined && here.kind !== 'or' && here.kind !== 'close'; here = this.#here) {
      if (here.kind === 'and') this.#and(here, nodes.length > 0);
      else nodes.push(this.#unary(here));
    }
    return joined('all', present(nodes));
  }

  /** AND says what is meant anyway, but must stand between two terms. */
  #and(and: Token, hasTermBefore: boolean): void {
    this.#at += 1;
    const next = this.#here?.kind ?? 'close';
    if (!hasTermBefore || next === 'close' || next === 'or' || next === 'and') {
      this.#faults.push(plainFault(and, 'AND_WITHOUT_TERM'));
    }
  }

  #unary(token: Token): QueryNode | undefined {
    let [isNegated, here]: [boolean, Token | undefined] = [false, token];
    for (; here?.kind === 'not'; here = this.#here) {
      isNegated = !isNegated;
      this.#at += 1;
    }
    const node = here === undefined || isJoining(here) ? this.#nothingNegated(token) : this.#primary(here);
    return node !== undefined && isNegated ? negated(node, { start: token.start, end: node.end }) : node;
  }

  #nothingNegated(token: Token): undefined {
    this.#faults.push(plainFault(token, 'NOT_WITHOUT_TERM'));
  }

  #primary(token: Token): QueryNode | undefined {
    this.#at += 1;
    if (token.kind === 'open') return this.#group(token);
    if (token.kind === 'field') return this.#field(token);
    return token.kind === 'text' ? token : undefined;
  }

  #group(open: Token): QueryNode | undefined {
    this.#nesting += 1;
    // Once is enough: whatever is inside this one is nested too deeply as well.
    if (this.#nesting === MAX_NESTING + 1) {
      this.#faults.push(queryFault(open, { code: 'PARENTHESES_TOO_DEEP', values: { max: MAX_NESTING } }));
    }
    const node = this.#nesting > MAX_NESTING ? this.#skipGroup() : this.#any();
    this.#nesting -= 1;
    if (this.#here === undefined) this.#faults.push(plainFault(open, 'PARENTHESIS_NOT_CLOSED'));
    else if (node === undefined && this.#nesting < MAX_NESTING && this.#isEmpty()) {
      this.#faults.push(plainFault({ ...open, end: this.#here.end }, 'PARENTHESES_EMPTY'));
    }
    this.#at += 1;
    return node;
  }

  #isEmpty(): boolean {
    return this.#tokens[this.#at - 1]?.kind === 'open';
  }

  /** Goes on to the parenthesis that closes this group. */
  #skipGroup(): undefined {
    for (let open = 1; this.#here !== undefined; this.#at += 1) {
      open += this.#here.kind === 'open' ? 1 : this.#here.kind === 'close' ? -1 : 0;
      if (open === 0) return;
    }
  }

  #field({ name, values, start, end }: FieldToken): QueryNode | undefined {
    const field = fieldNamed(name);
    if (field === undefined) {
      this.#faults.push(unknownField(name, start));
      return undefined;
    }
    const excess = values[MAX_VALUES];
    if (excess !== undefined) {
      this.#faults.push(queryFault(excess, { code: 'TOO_MANY_VALUES', values: { max: MAX_VALUES } }));
    }
    const readings = values.slice(0, MAX_VALUES).map((value) => readValue(field, value));
    this.#faults.push(...readings.flatMap((reading) => ('fault' in reading ? [reading.fault] : [])));
    const read = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
    return read.length === 0 ? undefined : { kind: 'field', field, values: read, start, end };
  }
}

const present = (nodes: readonly (QueryNode | undefined)[]): QueryNode[] => nodes.filter((node) => node !== undefined);

const isJoining = ({ kind }: Token): boolean => kind === 'or' || kind === 'and' || kind === 'close';
