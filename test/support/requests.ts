import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import type { TestApp } from './test-app.ts';

/** The answer to a request, with its envelope read. */
export interface Answer {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  readonly body: string;
  readonly envelope: { IsError: boolean; ResponseMessage: string; ResponseData: unknown };
}

/** Sends a request; with the administrator's key in the header unless the headers say otherwise. */
export const send = async ({ app }: TestApp, options: InjectOptions): Promise<Answer> => {
  const response = await app.inject({ ...options, headers: { 'rest-api-key': SANDBOX_KEY, ...options.headers } });
  const isJson = response.headers['content-type']?.toString().startsWith('application/json') && response.body !== '';
  const envelope = isJson ? response.json() : null;
  return { status: response.statusCode, headers: response.headers, body: response.body, envelope };
};

/** Updates a case with a body that is sent as JSON. */
export const putCase = (testApp: TestApp, caseId: number | string, body: unknown, key = SANDBOX_KEY): Promise<Answer> =>
  send(testApp, {
    method: 'PUT',
    url: `/api/cases/${caseId}`,
    headers: { 'content-type': 'application/json', 'rest-api-key': key },
    payload: JSON.stringify(body),
  });

/** Reads a case as its clients do. */
export const readCase = async (
  testApp: TestApp,
  caseId: number,
  key = SANDBOX_KEY,
): Promise<Record<string, unknown>> => {
  const { envelope } = await send(testApp, { url: `/api/cases/${caseId}`, headers: { 'rest-api-key': key } });
  return envelope.ResponseData as Record<string, unknown>;
};
