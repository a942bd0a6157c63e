import { expect } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { createKey } from '../../src/features/keys/create-key.ts';
import { getUserByName } from '../../src/features/users/find-user.ts';
import { Context } from '../../src/platform/context.ts';
import { type Answer, putCase, readCase, send } from './requests.ts';
import type { TestApp } from './test-app.ts';

/** Creates a case with a body that is sent as JSON. */
export const postCase = (testApp: TestApp, body: unknown, key = SANDBOX_KEY): Promise<Answer> =>
  send(testApp, {
    method: 'POST',
    url: '/api/cases',
    headers: { 'content-type': 'application/json', 'rest-api-key': key },
    payload: JSON.stringify(body),
  });

/** Creates a case that has to succeed and answers with its ID. */
export const newCase = async (testApp: TestApp, body: Readonly<Record<string, unknown>>, key?: string) => {
  const { status, envelope } = await postCase(testApp, body, key);
  if (status !== 200) throw new Error(`The case was refused: ${envelope.ResponseMessage}`);
  return envelope.ResponseData as number;
};

/** A new API key of somebody of the example data. */
export const newKeyOf = async ({ operator }: TestApp, username: string): Promise<string> =>
  createKey(operator, { user: await getUserByName(operator, username), name: 'Test' });

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A key of somebody of the example data that worked until yesterday. */
export const expiredKeyOf = async ({ operator, platform }: TestApp, username: string): Promise<string> => {
  const user = await getUserByName(operator, username);
  const before = new Context({ ...platform, now: () => operator.now - 2 * DAY_MS }, operator.actor);
  return createKey(before, { user, name: 'Expired', expiresAt: operator.now - DAY_MS });
};

/** What every write leaves behind, in all cases together: equal before and after means that nothing was written. */
export const traces = async (testApp: TestApp): Promise<unknown> => {
  const [counts] = await testApp.rows(`select
    (select count(*) from cases) as cases,
    (select sum(revision) from cases) as revisions,
    (select count(*) from case_history) as history,
    (select count(*) from case_tags) as tags,
    (select count(*) from case_recipients) as recipients,
    (select count(*) from comments) as comments,
    (select count(*) from likes) as likes,
    (select count(*) from events) as events`);
  return counts;
};

/** The changes of a case since it was created, each with the old and the new value. */
export const changesOf = async (testApp: TestApp, caseId: number): Promise<Record<string, readonly unknown[]>> => {
  const rows = await testApp.rows(
    `select property, old_value, new_value from case_history where case_id = ${caseId} and revision > 1 order by id`,
  );
  const values = (row: (typeof rows)[number]) =>
    [row['old_value'], row['new_value']].map((each) => JSON.parse(String(each)));
  return Object.fromEntries(rows.map((row) => [row['property'], values(row)]));
};

/** The refusal that the envelope of an answer has to be, byte for byte around its message. */
export const refusalBody = (message: string): string =>
  `{"IsError":true,"ResponseMessage":${JSON.stringify(message)},"ResponseData":null}`;

/** Updates a case, which has to succeed, and compares what is read afterwards. */
export const expectUpdate = async (testApp: TestApp, caseId: number, body: object, expected: object): Promise<void> => {
  const { status, envelope } = await putCase(testApp, caseId, body);
  expect([status, envelope]).toEqual([200, { IsError: false, ResponseMessage: 'ToBePublished', ResponseData: caseId }]);
  expect(await readCase(testApp, caseId)).toMatchObject(expected);
};

interface ExpectedRefusal {
  readonly status: number;
  readonly message: RegExp;
  /** The administrator's unless told. */
  readonly key: string | undefined;
}

/** Tries to update a case, which has to be refused without anything written. */
export const expectRefusedUpdate = async (
  testApp: TestApp,
  caseId: number,
  body: object,
  { status, message, key }: ExpectedRefusal,
): Promise<void> => {
  const before = [await readCase(testApp, caseId), await traces(testApp)];
  const answer = await putCase(testApp, caseId, body, key);
  expect([answer.status, answer.envelope.ResponseMessage]).toEqual([status, expect.stringMatching(message)]);
  expect(answer.body).toBe(refusalBody(answer.envelope.ResponseMessage));
  expect([await readCase(testApp, caseId), await traces(testApp)]).toEqual(before);
};
