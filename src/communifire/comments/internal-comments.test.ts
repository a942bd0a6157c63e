import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, traces } from '../../../test/support/cases.ts';
import { listComments, newComment, postComment } from '../../../test/support/comments.ts';
import { listPage } from '../../../test/support/listing.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../../features/keys/create-key.ts';
import { getUserByName } from '../../features/users/find-user.ts';

/** In the public space 1: manager, agent, contributor, viewer, none. */
const insiders = ['sara.lindqvist', 'jonas.weber'] as const;
const outsiders = ['diego.fuentes', 'priya.raman', 'claire.dubois'] as const;

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const person of [...insiders, ...outsiders, 'omar.haddad']) keys[person] = await newKeyOf(testApp, person);
  });
  afterAll(() => testApp.close());

  const note = (IssueID: number) => ({ CommentText: 'Between us', IssueID, IsInternal: true });
  const refused = async (body: object, key: string | undefined, [status, message]: readonly [number, string]) => {
    const before = await traces(testApp);
    const answer = await postComment(testApp, body, key);
    expect([answer.status, answer.envelope.ResponseMessage]).toEqual([status, message]);
    expect(await traces(testApp)).toEqual(before);
  };

  it.each(insiders)('%s reads and writes internal comments', async (person) => {
    const IssueID = await newCase(testApp, supportCase);
    const CommentID = await newComment(testApp, note(IssueID), keys[person]);
    expect(await listComments(testApp, IssueID, keys[person])).toMatchObject([{ CommentID, IsInternal: true }]);
    expect(await readCase(testApp, IssueID, keys[person])).toMatchObject({ CommentCount: 1 });
  });

  it.each(outsiders)('%s cannot tell a case with an internal comment from one without', async (person) => {
    const IssueID = await newCase(testApp, { ...supportCase, ReportedByUserID: 5 });
    await newComment(testApp, { CommentText: 'For all', IssueID });
    const before = [await readCase(testApp, IssueID, keys[person]), await listComments(testApp, IssueID, keys[person])];
    await newComment(testApp, note(IssueID));
    const after = [await readCase(testApp, IssueID, keys[person]), await listComments(testApp, IssueID, keys[person])];
    expect(after).toEqual(before);
    const [listed] = await listPage(testApp, { spaceid: 1, PageLength: 1 }, keys[person]);
    expect(listed).toMatchObject({ IssueID, CommentCount: 1 });
    expect(await readCase(testApp, IssueID)).toMatchObject({ CommentCount: 2 });
  });

  it('an answer to an internal comment is internal, whatever it says, to any depth', async () => {
    const IssueID = await newCase(testApp, supportCase);
    let parent = await newComment(testApp, note(IssueID));
    for (const IsInternal of [false, 'false', 0, undefined]) {
      parent = await newComment(testApp, { CommentText: 'x', IssueID, ParentCommentID: parent, IsInternal });
    }
    expect((await listComments(testApp, IssueID)).map((each) => each['IsInternal'])).toEqual(Array(5).fill(true));
    expect(await listComments(testApp, IssueID, keys['diego.fuentes'])).toEqual([]);
  });

  it('an internal answer to a comment for all stays internal, and what all see names no parent they do not', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const open = await newComment(testApp, { CommentText: 'For all', IssueID });
    await newComment(testApp, { ...note(IssueID), ParentCommentID: open });
    const answered = await newComment(testApp, { CommentText: 'x', IssueID, ParentCommentID: open });
    expect(await listComments(testApp, IssueID, keys['diego.fuentes'])).toMatchObject([
      { CommentID: open, ParentCommentID: 0 },
      { CommentID: answered, ParentCommentID: open },
    ]);
  });

  it('an internal comment cannot be answered by those who do not see it, in the words for one that is not there', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const hidden = await newComment(testApp, note(IssueID));
    const answering = (ParentCommentID: number) => ({ CommentText: 'x', IssueID, ParentCommentID });
    const words = (id: number) => `ParentCommentID must be a comment on case ${IssueID}: there is no ${id}.`;
    await refused(answering(hidden), keys['diego.fuentes'], [400, words(hidden)]);
    await refused(answering(999_999), keys['diego.fuentes'], [400, words(999_999)]);
  });

  it.each([true, 'true', 'TRUE', 1, '1'])(
    'a contributor who says IsInternal %j is told the right',
    async (IsInternal) => {
      const IssueID = await newCase(testApp, supportCase);
      await refused({ ...note(IssueID), IsInternal }, keys['diego.fuentes'], [
        403,
        'You may not write internal comments: the right InternalComments is missing.',
      ]);
      await newComment(testApp, { ...note(IssueID), IsInternal: false }, keys['diego.fuentes']);
    },
  );

  it('a key that was narrowed below InternalComments sees as little as a contributor', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const parent = await newComment(testApp, note(IssueID));
    const user = await getUserByName(testApp.operator, 'jonas.weber');
    const key = await createKey(testApp.operator, { user, name: 'Narrow', rights: ['CreateComment'] });
    expect(await listComments(testApp, IssueID, key)).toEqual([]);
    expect(await readCase(testApp, IssueID, key)).toMatchObject({ CommentCount: 0 });
    await refused(note(IssueID), key, [
      403,
      'You may not write internal comments: this API key is narrowed, and the right InternalComments is missing.',
    ]);
    await refused({ CommentText: 'x', IssueID, ParentCommentID: parent }, key, [
      400,
      `ParentCommentID must be a comment on case ${IssueID}: there is no ${parent}.`,
    ]);
  });

  it('a case in a private space is not there for others, in the words for one that is not', async () => {
    const IssueID = await newCase(testApp, productCase);
    const parent = await newComment(testApp, { CommentText: 'x', IssueID });
    const missing = (id: number) => [404, `There is no case ${id}.`] as const;
    const { 'omar.haddad': omar } = keys;
    await refused({ CommentText: 'x', IssueID }, omar, missing(IssueID));
    await refused({ CommentText: 'x', IssueID, ParentCommentID: parent, IsInternal: true }, omar, missing(IssueID));
    await refused({ CommentText: 'x', IssueID: 999_999 }, omar, missing(999_999));
    await expect(listComments(testApp, IssueID, omar)).rejects.toThrow(`There is no case ${IssueID}.`);
    const open = await newCase(testApp, supportCase);
    await refused({ CommentText: 'x', IssueID: open, ParentCommentID: parent }, omar, [
      400,
      `ParentCommentID must be a comment on case ${open}: there is no ${parent}.`,
    ]);
  });

  it('internal comments at the same time as others keep both counts right', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const bodies = Array.from({ length: 20 }, (_, index) => ({ ...note(IssueID), IsInternal: index % 4 === 0 }));
    await Promise.all(bodies.map((body) => newComment(testApp, body)));
    expect(await readCase(testApp, IssueID)).toMatchObject({ CommentCount: 20 });
    expect(await readCase(testApp, IssueID, keys['diego.fuentes'])).toMatchObject({ CommentCount: 15 });
  });
});
