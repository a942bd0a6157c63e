import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BareUpdate } from './bare-rows.ts';

/** Sends a finished answer. */
export type Answer = (json: string) => void;

/** What a bare server does for the three requests of the benchmark. */
export interface BareWork {
  readonly update: (id: number, body: BareUpdate, answer: Answer) => void;
  readonly get: (id: number, answer: Answer) => void;
  readonly list: (query: { statusId: number; length: number; page: number }, answer: Answer) => void;
}

const CASE_PATH = '/api/cases/';

/** Serves the three requests on a free loopback port and prints the address; knows nothing of errors. */
export const serveBare = (work: BareWork): void => {
  const server = createServer((request, response) => {
    const { url = '', method } = request;
    const answer = answerTo(response);
    if (method === 'PUT') update(request, work, answer);
    else if (url.startsWith(CASE_PATH)) work.get(Number(url.slice(CASE_PATH.length)), answer);
    else work.list(listQuery(url), answer);
  });
  server.listen(0, '127.0.0.1', () => {
    console.log(`A bare server serves http://127.0.0.1:${(server.address() as AddressInfo).port} `);
  });
  process.once('SIGTERM', () => process.exit(0));
};

const update = (request: IncomingMessage, work: BareWork, answer: Answer): void => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => {
    text += part;
  });
  request.on('end', () => {
    work.update(Number((request.url ?? '').slice(CASE_PATH.length)), JSON.parse(text) as BareUpdate, answer);
  });
};

const answerTo = (response: ServerResponse): Answer => {
  return (json) => {
    const length = Buffer.byteLength(json);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
    response.end(json);
  };
};

const listQuery = (url: string) => {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const number = (name: string): number => Number(query.get(name));
  return { statusId: number('issueStatusID'), length: number('PageLength'), page: number('StartPage') };
};
