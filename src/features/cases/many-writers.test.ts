import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiAnswer, call } from '../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createCase } from './create-case.ts';

const WRITERS = 64;

const numbered = (count: number, text: string): string[] =>
  Array.from({ length: count }, (_, index) => `${text} ${index}`);

/** What each of the writers sets one property to: all values of a property differ, also from the one it has. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  title: numbered(12, 'Title'),
  description: numbered(12, 'Text'),
  tags: numbered(12, 'tag').map((tag) => [tag]),
  recipientIds: [[1], [2], [3], [4], [5], [7], [1, 2], [2, 1]],
  statusId: [2, 3, 4, 5, 6],
  priorityId: [1, 3, 4],
  assigneeId: [1, 2, 3, 4, 7],
  sectionId: [1, 2, 3, 4],
  milestoneId: [1, 2, 3],
};
const writers = Object.entries(values).flatMap(([property, all]) => all.map((value) => ({ [property]: value })));

const subject = { title: 'One case', spaceId: 1, projectId: 1, statusId: 1, priorityId: 2, reporterId: 1 };

describe.each(dialects)('many who write one case at once, on %s', (dialect) => {
  let test: TestApp;
  let caseId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(async () => {
    caseId = await createCase(test.operator, { properties: subject });
  });

  afterAll(() => test.close());

  const write = (body: object, etag?: string): Promise<ApiAnswer> =>
    call(test, `PATCH /cases/${caseId}`, { body, headers: etag === undefined ? {} : { 'if-match': etag } });

  const read = (): Promise<ApiAnswer> => call(test, `GET /cases/${caseId}`);

  it('lose nothing of each other without a condition: each change is one revision, and follows the one before', async () => {
    expect(writers.length).toBe(WRITERS);
    const answers = await Promise.all(writers.map((body) => write(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { body: found } = await read();
    expect(found.revision).toBe(1 + WRITERS);
    const history = await test.rows(`select revision, property, old_value, new_value from case_history
      where case_id = ${caseId} order by id`);
    expect(history.map(({ revision }) => revision).filter((revision) => revision !== 1)).toEqual(
      Array.from({ length: WRITERS }, (_, index) => index + 2),
    );
    for (const [property, written] of Object.entries(values)) {
      const [first, ...changes] = history.filter((entry) => entry['property'] === property);
      const news = changes.map((entry) => JSON.parse(String(entry['new_value'])));
      const olds = changes.map((entry) => JSON.parse(String(entry['old_value'])));
      expect(olds).toEqual([JSON.parse(String(first?.['new_value'])), ...news.slice(0, -1)]);
      expect(found[property]).toEqual(news.at(-1));
      expect(news.map((value) => JSON.stringify(value)).sort()).toEqual(
        written.map((value) => JSON.stringify(value)).sort(),
      );
    }
  });

  it('and expect the same revision: one wins, and all others are told what it wrote', async () => {
    const { headers } = await read();
    const answers = await Promise.all(
      numbered(WRITERS, 'Title').map((title) => write({ title }, String(headers['etag']))),
    );
    const [winner, ...others] = answers.filter(({ status }) => status === 200);
    expect(others).toEqual([]);
    const losers = answers.filter(({ status }) => status !== 200);
    expect(losers.length).toBe(WRITERS - 1);
    for (const { status, body } of losers) {
      expect([status, body.code, body.revision]).toEqual([412, 'CASE_CONFLICT', 2]);
      expect(body.conflicts).toMatchObject([
        { property: 'title', currentValue: winner?.body.title, changedBy: { id: 1 } },
      ]);
    }
    const { body } = await read();
    expect([body.title, body.revision]).toEqual([winner?.body.title, 2]);
  });

  it('in pairs that expect the same revision: one wins, the other adds to it, and the words of all are there', async () => {
    const words = numbered(WRITERS, 'Word');
    const add = (text: string, word: string): object => ({ description: `${text}<p>${word}</p>` });
    for (let pair = 0; pair < WRITERS; pair += 2) {
      const { body, headers } = await read();
      const both = words.slice(pair, pair + 2);
      const answers = await Promise.all(
        both.map((word) => write(add(body.description, word), String(headers['etag']))),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const lost = answers.findIndex(({ status }) => status === 412);
      const { revision, conflicts } = answers[lost]?.body ?? {};
      expect(conflicts[0].currentValue).toBe(answers[1 - lost]?.body.description);
      const again = await write(add(conflicts[0].currentValue, both[lost] ?? ''), `"${revision}"`);
      expect(again.status).toBe(200);
    }
    const { body } = await read();
    const found = [...body.description.matchAll(/<p>(?<word>.*?)<\/p>/gu)].map((match) => match.groups?.['word']);
    expect(found.sort()).toEqual(words.sort());
    expect(body.revision).toBe(1 + WRITERS);
  });
});
