import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { askWith, newSession, ownPage } from '../../../../test/support/browser.ts';
import { newKeyOf } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { answerSeal } from './answer-seal.ts';

describe.each(dialects)('answers that are kept for repeats, on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(() => test.close());

  const tell = (operation: string, body: object | undefined, idempotencyKey: string, key?: string) =>
    call(test, operation, {
      headers: { 'idempotency-key': idempotencyKey },
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const everything = async (): Promise<string> =>
    JSON.stringify([
      await test.rows('select * from idempotency_keys order by key'),
      await test.rows('select * from events order by id'),
      await test.rows('select id, key_hash, name, revoked_at from api_keys order by id'),
      await test.rows('select * from password_links'),
    ]);

  it.each([
    ['a new API key', 'POST /keys', { name: 'Script' }, (body: { key: string }) => body.key],
    [
      'a link to set a password',
      'POST /users/3/password-link',
      undefined,
      (body: { url: string }) => body.url.split('/').at(-1),
    ],
    [
      'the secret of a webhook',
      'POST /webhooks',
      { url: 'https://receiver.example/hook', types: ['case.*'] },
      (body: { secret: string }) => body.secret,
    ],
  ])('tell %s again, and the database does not', async (name, operation, body, secretOf) => {
    const first = await tell(operation, body, name.replaceAll(' ', '-'));
    expect(first.status).toBeLessThan(300);
    const secret = String(secretOf(first.body));
    expect(secret.length).toBeGreaterThan(20);
    const before = await everything();
    expect(before).not.toContain(secret);
    const again = await tell(operation, body, name.replaceAll(' ', '-'));
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([
      first.status,
      first.body,
      'true',
    ]);
    expect(await everything()).toBe(before);
  });

  it('are only for the key that was told them: with another one of the same user nothing is told, and nothing done', async () => {
    const [one, other] = [await newKeyOf(test, 'jonas.weber'), await newKeyOf(test, 'jonas.weber')];
    const first = await tell('POST /keys', { name: 'Once' }, 'shared', one);
    const before = await everything();
    const stranger = await tell('POST /keys', { name: 'Once' }, 'shared', other);
    expect([first.status, stranger.status, stranger.body.code]).toEqual([201, 422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await everything()).toBe(before);
    const ofOthers = await tell('POST /keys', { name: 'Once' }, 'shared', await newKeyOf(test, 'sara.lindqvist'));
    expect(ofOthers.status).toBe(201);
  });

  it('are told to the same session again', async () => {
    const { cookie } = await newSession(test, 'jonas.weber');
    const headers = { ...ownPage, 'idempotency-key': 'from-a-browser' };
    const ask = () => askWith(test, 'POST /keys', cookie, headers, { name: 'Browser' });
    const first = await ask();
    const second = await ask();
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  });
});

describe('a seal', () => {
  const own = answerSeal({ credential: 'a key', key: 'a name' });

  it('is opened by whoever closed it, and looks different each time', () => {
    const text = '{"body":"Grüße"}';
    expect(own.open(own.seal(text))).toBe(text);
    expect(own.seal(text)).not.toBe(own.seal(text));
    expect(own.fingerprintOf(text)).toBe(own.fingerprintOf(text));
  });

  it.each([
    ['another credential', answerSeal({ credential: 'another key', key: 'a name' })],
    ['another idempotency key', answerSeal({ credential: 'a key', key: 'another name' })],
  ])('is not opened with %s, nor when it was changed', (_name, other) => {
    const sealed = own.seal('{}');
    expect(() => other.open(sealed)).toThrow();
    expect(other.fingerprintOf('{}')).not.toBe(own.fingerprintOf('{}'));
    const changed = `${sealed.slice(0, -4)}${sealed.endsWith('AAA=') ? 'BBB=' : 'AAA='}`;
    expect(() => own.open(changed)).toThrow();
  });
});
