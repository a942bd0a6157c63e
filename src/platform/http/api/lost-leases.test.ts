import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { createManyCases } from '../../../../test/support/many-cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { Context } from '../../context.ts';
import { answerSeal } from './answer-seal.ts';
import { answerOnceAfterSteps } from './idempotency-in-steps.ts';
import { type KeptAnswer, keptAnswer } from './kept-answer.ts';

/** After what silence a repeat takes over. */
const MORE_THAN_LEASED_MS = 20_000;

describe.each(dialects)('a request that lost its key to a repeat, on %s', (dialect) => {
  let test: TestApp;
  let user: Context;
  let passedMs = 0;

  beforeAll(async () => {
    test = await startTestApp(dialect, { now: () => Date.now() + passedMs });
    user = new Context(test.platform, { userId: 2, keyId: null, door: 'v1' });
  });

  afterAll(() => test.close());

  const passLease = (): void => {
    passedMs += MORE_THAN_LEASED_MS;
  };
  const answer = (changedCaseCount: number): KeptAnswer => keptAnswer(200, {}, { changedCaseCount });

  /** Requests that are the same, each of which works until it is told to end. */
  const sameRequests = (key: string) => {
    const seal = answerSeal({ credential: 'a key', key });
    const request = { key, fingerprint: seal.fingerprintOf('the request'), seal };
    const ask = (work: Parameters<typeof answerOnceAfterSteps>[2]) => answerOnceAfterSteps(user, request, work);
    return {
      begin: async () => {
        const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<KeptAnswer>()];
        const told = ask(async (keep) => {
          begun.resolve();
          const kept = await ended.promise;
          await user.inTransaction((tx) => keep(tx, kept));
          return kept;
        });
        const outcome = told.then(
          ({ body }) => body,
          (error: Error & { readonly code?: string }) => error.code ?? error.message,
        );
        await begun.promise;
        return { end: ended.resolve, fail: ended.reject, outcome };
      },
      repeat: () => ask(async () => answer(0)),
    };
  };

  it('leaves the key to the repeat when it fails', async () => {
    const requests = sameRequests('fails');
    const lost = await requests.begin();
    passLease();
    const successor = await requests.begin();
    lost.fail(new Error('It could not be done.'));
    expect(await lost.outcome).toBe('It could not be done.');
    await expect(requests.repeat()).rejects.toMatchObject({ code: 'REQUEST_UNDER_WAY' });
    successor.end(answer(2));
    await successor.outcome;
    expect(await requests.repeat()).toEqual({ ...answer(2), headers: { 'idempotency-replayed': 'true' } });
  });

  it('keeps no answer while the repeat is at work, which keeps its own', async () => {
    const requests = sameRequests('ends');
    const lost = await requests.begin();
    passLease();
    const successor = await requests.begin();
    lost.end(answer(1));
    expect(await lost.outcome).toBe('REQUEST_UNDER_WAY');
    await expect(requests.repeat()).rejects.toMatchObject({ code: 'REQUEST_UNDER_WAY' });
    successor.end(answer(2));
    expect(await successor.outcome).toEqual(answer(2).body);
    expect((await requests.repeat()).body).toEqual(answer(2).body);
  });

  it('frees the key when it fails and nobody has taken over, although that could have been', async () => {
    const requests = sameRequests('free');
    const late = await requests.begin();
    passLease();
    late.fail(new Error('It could not be done.'));
    await late.outcome;
    expect((await requests.repeat()).body).toEqual(answer(0).body);
  });

  it('is taken over from a program of before, which kept no name of a holder', async () => {
    const requests = sameRequests('before');
    const cutOff = await requests.begin();
    await test.operator.inTransaction(({ db }) =>
      db.kysely.updateTable('idempotency_keys').set({ answer: '' }).where('key', '=', 'before').execute(),
    );
    await expect(requests.repeat()).rejects.toMatchObject({ code: 'REQUEST_UNDER_WAY' });
    passLease();
    expect((await requests.repeat()).body).toEqual(answer(0).body);
    cutOff.end(answer(1));
    await cutOff.outcome;
  });

  it('is told that it is under way, and what it asked for is done once', async () => {
    const { spaceId } = (await call(test, 'GET /cases/2304')).body;
    // So many that it takes several transactions.
    await createManyCases(test.operator, 601);
    const rename = () =>
      call(test, `POST /spaces/${spaceId}/tags/rename`, {
        body: { tag: 'before', name: 'after' },
        headers: { 'idempotency-key': 'renaming' },
      });
    const isLeased = async () => (await test.rows("select 1 from idempotency_keys where key = 'renaming'")).length > 0;
    const first = rename();
    await expect.poll(isLeased, { interval: 1 }).toBe(true);
    passLease();
    const [lost, repeat] = await Promise.all([first, rename()]);
    expect([lost.status, lost.body.code, repeat.status]).toEqual([409, 'REQUEST_UNDER_WAY', 200]);
    expect((await rename()).body).toEqual(repeat.body);
    expect(await test.rows("select type from events where type = 'tag.renamed'")).toHaveLength(1);
  });
});
