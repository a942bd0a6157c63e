import { expect } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { type ApiAnswer, call } from './api.ts';
import type { TestApp } from './test-app.ts';

/** What a browser sends with requests from a page of the server itself. */
export const ownPage: Readonly<Record<string, string>> = { host: 'cases.example', origin: 'http://cases.example' };

let addresses = 0;

/** Another address for each attempt, because those of one are limited. */
export const newAddress = (): string => {
  addresses += 1;
  return `10.2.${Math.trunc(addresses / 250)}.${addresses % 250}`;
};

/** Tries to sign in. */
export const signIn = (test: TestApp, username: string, password = SANDBOX_PASSWORD, headers = ownPage) =>
  call(test, 'POST /sessions', { key: null, headers, body: { username, password }, address: newAddress() });

/** The cookie that an answer sets, as browsers send it back. */
export const cookieOf = ({ headers }: ApiAnswer): string => String(headers['set-cookie']).split(';')[0] ?? '';

/** Signs somebody of the example data in. */
export const newSession = async (test: TestApp, username = 'jonas.weber') => {
  const answer = await signIn(test, username);
  expect(answer.status).toBe(201);
  return { id: Number(answer.body.id), cookie: cookieOf(answer) };
};

/** Sends a request with a cookie. */
export const askWith = (test: TestApp, operation: string, cookie: string, headers = ownPage, body?: unknown) =>
  call(test, operation, { key: null, headers: { ...headers, cookie }, ...(body === undefined ? {} : { body }) });

type Headers = Readonly<Record<string, string>>;

/** What browsers do with a server that a test starts later. */
export const browserOf = (started: () => TestApp) => {
  const ask = (operation: string, cookie: string, headers?: Headers, body?: unknown) =>
    askWith(started(), operation, cookie, headers, body);
  return {
    /** Sends a request with a cookie. */
    ask,
    /** With which status the server answers whoever has a cookie. */
    statusWith: async (cookie: string) => (await ask('GET /me', cookie)).status,
    /** Tries to sign in. */
    signIn: (username: string, password?: string, headers?: Headers, on = started()) =>
      signIn(on, username, password, headers),
    /** Signs somebody of the example data in. */
    newSession: (username?: string) => newSession(started(), username),
  };
};
