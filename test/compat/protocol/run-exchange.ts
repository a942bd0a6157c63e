import { compare, type Difference, difference, nullsIn, shown, type Terms } from './compare.ts';
import type { Exchange, Upload } from './exchange.ts';
import { type Portal, reasonOf, type WireAnswer, type WireRequest } from './portal.ts';
import { fill, fillText, missingIn, type Values, valueAt } from './values.ts';

/** How an exchange went, and what it leaves for those after it. */
export interface Outcome {
  readonly exchange: Exchange;
  readonly differences: readonly Difference[];
  /** The names that nothing stood for: without them it was not tried. */
  readonly missing: readonly string[];
  readonly kept: Values;
}

/** What went otherwise than expected, for people. */
export const sentencesOf = ({ differences, missing }: Outcome): string[] => [
  ...missing.map((name) => `There is nothing that {${name}} can stand for.`),
  ...differences.map(({ where, expected, came }) => `${where}: expected ${expected}, came ${came}`),
];

interface RunExchange extends Terms {
  readonly portal: Portal;
}

/** Sends the request and compares the answer. Never throws: what breaks on the way is a difference. */
export const runExchange = async (exchange: Exchange, { portal, values, exact }: RunExchange): Promise<Outcome> => {
  const missing = missingIn(
    [exchange.request, exchange.headers, exchange.body, exchange.text, exchange.answer],
    values,
  );
  if (missing.length > 0) return { exchange, differences: [], missing, kept: {} };
  try {
    const reply = await sendAll(portal, exchange, values);
    const content = parsed(reply);
    const differences = differencesOf({ exchange, reply, content, values, exact });
    return { exchange, differences, missing, kept: keptOf(exchange, content) };
  } catch (error) {
    const differences = [{ where: 'the connection', expected: 'an answer', came: reasonOf(error) }];
    return { exchange, differences, missing, kept: {} };
  }
};

const sendAll = async (portal: Portal, exchange: Exchange, values: Values): Promise<WireAnswer> => {
  const { times = 1 } = exchange;
  for (let sent = 1; sent < times; sent += 1) await portal(requestOf(exchange, values));
  return portal(requestOf(exchange, values));
};

const requestOf = ({ request, headers, ...content }: Exchange, values: Values): WireRequest => {
  const line = fillText(request, values);
  const space = line.indexOf(' ');
  const body = bodyOf(content, values);
  const all = {
    'Rest-Api-Key': '{key}',
    ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
    ...headers,
  };
  const filled = Object.entries(all).map(([name, value]) => [name, fillText(value, values)] as const);
  return {
    method: line.slice(0, space),
    target: line.slice(space + 1),
    headers: Object.fromEntries(filled.filter(([, value]) => value !== '')),
    ...(body === undefined ? {} : { body }),
  };
};

const bodyOf = ({ body, text, uploads }: Pick<Exchange, 'body' | 'text' | 'uploads'>, values: Values) => {
  if (text !== undefined) return fillText(text, values);
  if (uploads !== undefined) return formOf(uploads);
  return body === undefined ? undefined : JSON.stringify(fill(body, values));
};

const formOf = (uploads: readonly Upload[]): FormData => {
  const form = new FormData();
  for (const { field, name, type, content } of uploads) form.append(field, new Blob([content], { type }), name);
  return form;
};

/** The JSON of an answer, or undefined when it is none. */
const parsed = ({ text }: WireAnswer): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface Compared extends Terms {
  readonly exchange: Exchange;
  readonly reply: WireAnswer;
  readonly content: unknown;
}

const differencesOf = ({ exchange, reply, content, values, exact }: Compared): Difference[] => {
  const { status, answerHeaders = {}, answer, xml } = exchange;
  const differences: Difference[] = [];
  if (reply.status !== status) {
    differences.push({ where: 'the status', expected: String(status), came: `${reply.status} ${shown(reply.text)}` });
  }
  for (const [name, expected] of Object.entries(answerHeaders)) {
    differences.push(...compare(expected, reply.headers.get(name) ?? '', name, { exact, values }));
  }
  if (xml !== undefined && !xml.test(reply.text)) differences.push(difference('', String(xml), reply.text));
  // What is wrong with the body of another answer than the one expected says nothing.
  if (answer === undefined || differences.length > 0) return differences;
  if (content === undefined) return [difference('', 'JSON', reply.text)];
  return [...formDifferences(reply, content), ...compare(answer, content, '', { exact, values })];
};

const ENVELOPE_START =
  /^\{\s*"IsError"\s*:\s*(?:true|false)\s*,\s*"ResponseMessage"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"ResponseData"\s*:/u;

/** What holds for every answer that is JSON. Source: communifire-api.md section 1, response envelope and nulls. */
const formDifferences = ({ headers, text }: WireAnswer, content: unknown): Difference[] => {
  const type = headers.get('content-type') ?? '';
  const isEnvelope = typeof content === 'object' && content !== null && 'IsError' in content;
  const isRefusal = isEnvelope && content.IsError === true;
  return [
    ...compare('application/json; charset=utf-8', type.toLowerCase(), 'Content-Type', { exact: true, values: {} }),
    ...(isEnvelope && !ENVELOPE_START.test(text)
      ? [difference('', 'IsError, ResponseMessage and ResponseData in this order', text)]
      : []),
    ...nullsIn(content, '').filter(({ where }) => !(isRefusal && where === 'ResponseData')),
  ];
};

const keptOf = ({ keep = {} }: Exchange, content: unknown): Values => {
  const found = Object.entries(keep).map(([name, place]) => [name, valueAt(content, place)] as const);
  return Object.fromEntries(
    found.filter((each): each is [string, string | number] => ['string', 'number'].includes(typeof each[1])),
  );
};
