import { type Markup, textMaker } from './words.ts';

export const operations = ['update', 'get', 'list'] as const;
export type Operation = (typeof operations)[number];

/** What requests are made of. */
export interface RequestsOf {
  /** `paths` reads the given addresses, one after the other. */
  readonly operation: Operation | 'paths';
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
  const head = (method: string, path: string): string =>
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nRest-Api-Key: ${of.key}\r\n`;
  const caseId = (): number => 1 + Math.floor(Math.random() * of.caseCount);
  const makers: Readonly<Record<RequestsOf['operation'], () => string>> = {
    paths: () => {
      serial += 1;
      return `${head('GET', of.paths?.[serial % of.paths.length] ?? '/')}\r\n`;
    },
    update: () => {
      serial += 1;
      const { title, description } = texts(serial);
      const body = JSON.stringify({ IssueTitle: title, IssueDescription: description });
      const length = Buffer.byteLength(body);
      return `${head('PUT', `/api/cases/${caseId()}`)}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
    },
    get: () => `${head('GET', `/api/cases/${caseId()}`)}\r\n`,
    list: () => {
      const statusId = of.statusIds[Math.floor(Math.random() * of.statusIds.length)];
      return `${head('GET', `/api/cases?issueStatusID=${statusId}&PageLength=25&StartPage=1`)}\r\n`;
    },
  };
  return makers[of.operation];
};
