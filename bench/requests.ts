import { type Markup, textMaker } from './words.ts';

export const operations = ['update', 'get', 'list'] as const;
export type Operation = (typeof operations)[number];

/** The same things done by the new API. */
type NewOperation = 'v1 patch' | 'v1 get' | 'v1 list';

/** What is requested. `paths` and `v1 paths` read the given addresses, one after the other. */
export type RequestKind = Operation | NewOperation | 'paths' | 'v1 paths';

/** How the answer to a request that succeeded begins. */
export const bodyOfSuccess = (kind: RequestKind): string => {
  if (!kind.startsWith('v1 ')) return '{"IsError":false';
  return kind === 'v1 list' || kind === 'v1 paths' ? '{"items":[' : '{"id":';
};

/** What requests are made of. */
export interface RequestsOf {
  readonly operation: RequestKind;
  readonly paths?: readonly string[];
  readonly key: string;
  readonly caseCount: number;
  readonly statusIds: readonly number[];
  readonly markup: Markup;
  /** Where the unique numbers in the texts begin. */
  readonly firstSerial: number;
}

/** Makes the bytes of one request after the other; no two updates have the same texts. */
export const requestMaker = (of: RequestsOf): (() => string) => {
  const texts = textMaker(Math.random, of.markup);
  let serial = of.firstSerial;
  const isNew = of.operation.startsWith('v1 ');
  const key = isNew ? `Authorization: Bearer ${of.key}` : `Rest-Api-Key: ${of.key}`;
  const request = (method: string, path: string, body?: object): string => {
    const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${key}\r\n`;
    if (body === undefined) return `${head}\r\n`;
    const json = JSON.stringify(body);
    return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
  };
  const nextSerial = (): number => {
    serial += 1;
    return serial;
  };
  const oneOf = <T>(choices: readonly T[]): T | undefined => choices[Math.floor(Math.random() * choices.length)];
  const caseId = (): number => 1 + Math.floor(Math.random() * of.caseCount);
  const nextPath = (): string => request('GET', of.paths?.[nextSerial() % of.paths.length] ?? '/');
  const makers: Readonly<Record<RequestKind, () => string>> = {
    paths: nextPath,
    'v1 paths': nextPath,
    update: () => {
      const { title, description } = texts(nextSerial());
      return request('PUT', `/api/cases/${caseId()}`, { IssueTitle: title, IssueDescription: description });
    },
    'v1 patch': () => request('PATCH', `/api/v1/cases/${caseId()}`, texts(nextSerial())),
    get: () => request('GET', `/api/cases/${caseId()}`),
    'v1 get': () => request('GET', `/api/v1/cases/${caseId()}`),
    list: () => request('GET', `/api/cases?issueStatusID=${oneOf(of.statusIds)}&PageLength=25&StartPage=1`),
    'v1 list': () => request('GET', `/api/v1/cases?query=status:${oneOf(of.statusIds)}&limit=25`),
  };
  return makers[of.operation];
};
