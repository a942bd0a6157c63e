import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, postCase } from '../../test/support/cases.ts';
import { putCase, readCase } from '../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { plainText } from '../features/cases/plain-text.ts';

const place = { SpaceID: 1, ProjectID: 1 };

describe('plain text', () => {
  it.each([
    ['tags in tags in tags', '<z'.repeat(130) + '/'.repeat(694) + '<'.repeat(72) + 'b>'.repeat(72)],
    ['attributes before many beginnings', ' on '.repeat(490) + '<z'.repeat(600) + '<'.repeat(400) + 'b >'.repeat(400)],
  ])('of %s has no element left', (_name, text) => {
    expect(plainText(text)).not.toMatch(/<\/?b[\s/>]/iu);
  });

  it.each(['x <img', 'x <img ', 'x </script', 'x <SVG'])('does not end in the beginning of an element: %j', (text) => {
    expect(plainText(text)).toBe(text.trim().replace('<', ''));
  });

  it.each(['a < b', 'List<String>', 'x <3', 'under <zero'])('keeps what only looks like markup: %j', (text) => {
    expect(plainText(text)).toBe(text);
  });
});

describe.each(dialects)('texts that are costly to clean, on %s', (dialect) => {
  let testApp: TestApp;
  let viewer: string;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    viewer = await newKeyOf(testApp, 'priya.raman');
  });
  afterAll(() => testApp.close());

  const tooManyElements = '</p>'.repeat(60_000);

  it('are not looked at before the right to send them', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Costly', ...place });
    const create = await postCase(
      testApp,
      { IssueTitle: 'Costly', IssueDescription: tooManyElements, ...place },
      viewer,
    );
    const update = await putCase(testApp, caseId, { IssueDescription: tooManyElements }, viewer);
    const unseen = await putCase(testApp, 999_999, { IssueDescription: tooManyElements }, viewer);
    expect([create.status, update.status, unseen.status]).toEqual([403, 403, 404]);
  });

  it('are refused when they have more elements than anybody writes', async () => {
    const { status, envelope } = await postCase(testApp, {
      IssueTitle: 'Costly',
      IssueDescription: tooManyElements,
      ...place,
    });
    expect([status, envelope.ResponseMessage]).toEqual([
      400,
      'IssueDescription must not have more than 50000 elements of HTML.',
    ]);
  });

  it('lose a style of absurd length and keep the rest', async () => {
    const IssueDescription = `<p style="${'color:red;'.repeat(1_000)}">kept</p>`;
    const caseId = await newCase(testApp, { IssueTitle: 'Costly', IssueDescription, ...place });
    expect(await readCase(testApp, caseId)).toMatchObject({ IssueDescription: '<p>kept</p>' });
  });

  it('are not repeated when they are of the wrong kind', async () => {
    const { status, envelope } = await postCase(testApp, { IssueTitle: [[['deep']]], ...place });
    expect([status, envelope.ResponseMessage]).toEqual([400, 'IssueTitle must be a string, not an array.']);
  });
});
