import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeyOf, refusalBody } from '../../../test/support/cases.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { addMember } from '../../features/spaces/add-member.ts';
import { archiveSpace } from '../../features/spaces/archive-space.ts';
import { createSpace } from '../../features/spaces/create-space.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const name of ['admin', 'sara.lindqvist', 'yuki.tanaka']) keys[name] = await newKeyOf(testApp, name);
  });
  afterAll(() => testApp.close());

  const ask = (url: string, by = 'admin') => send(testApp, { url, headers: { 'rest-api-key': keys[by] ?? '' } });
  const read = async (url: string, by?: string): Promise<unknown> => {
    const { status, envelope } = await ask(url, by);
    expect([status, envelope.IsError, envelope.ResponseMessage]).toEqual([200, false, '']);
    return envelope.ResponseData;
  };
  const namesOf = (spaces: unknown) => (spaces as { SpaceName: string }[]).map(({ SpaceName }) => SpaceName);

  it('one space has all that clients read of it', async () => {
    expect(await read('/api/spaces/2')).toEqual({
      SpaceID: 2,
      SpaceName: 'Product Development',
      SpaceDescription: '',
      SpaceVisibility: 0,
      SpaceStatus: 1,
      SpaceURL: '',
      SpaceIconFileName: '',
      SpaceIconURL: '',
      SpaceImageURL: '',
      ParentSpaceID: 0,
    });
  });

  it('the space 0 is the community itself, for everybody', async () => {
    expect(await read('/api/spaces/0', 'sara.lindqvist')).toMatchObject({ SpaceID: 0, SpaceVisibility: 1 });
  });

  it('spaces are listed by name as far as they can be seen, page by page if asked', async () => {
    const all = ['Customer Support', 'Product Development'];
    expect(namesOf(await read('/api/spaces?status=1'))).toEqual(all);
    expect(namesOf(await read('/api/spaces', 'yuki.tanaka'))).toEqual(all);
    expect(namesOf(await read('/api/spaces', 'sara.lindqvist'))).toEqual(['Customer Support']);
    expect(namesOf(await read('/api/spaces?StartPage=2&PageLength=1'))).toEqual(all.slice(1));
    expect(await read('/api/spaces?startpage=3&pagesize=1')).toEqual([]);
  });

  it('an isolated space has the visibility 3; an archived one is not listed and can still be read', async () => {
    const spaceId = await createSpace(testApp.operator, { name: 'Customer X', visibility: 'isolated' });
    await addMember(testApp.operator, { spaceId, userId: 6, role: 'agent' });
    expect(namesOf(await read('/api/spaces', 'yuki.tanaka'))).toContain('Customer X');
    await archiveSpace(testApp.operator, { spaceId });
    expect(namesOf(await read('/api/spaces', 'yuki.tanaka'))).not.toContain('Customer X');
    expect(await read(`/api/spaces/${spaceId}`, 'yuki.tanaka')).toMatchObject({ SpaceVisibility: 3, SpaceStatus: 2 });
  });

  it('spaces with another status are none, and a status that is no number is refused', async () => {
    expect(await read('/api/spaces?status=3')).toEqual([]);
    expect((await ask('/api/spaces?status=open')).status).toBe(400);
  });

  it.each(['', '/entityaccess', '/entityaccess?entityCsv=19', '/events', '/content/list', '/announcements'])(
    'a space that one cannot see is like one that does not exist: %s',
    async (path) => {
      for (const spaceId of [2, 777]) {
        const { status, body } = await ask(`/api/spaces/${spaceId}${path}`, 'sara.lindqvist');
        expect([status, body]).toEqual([404, refusalBody(`There is no space ${spaceId}.`)]);
      }
    },
  );

  it.each([
    ['3,4,19,', { Article: false, Blog: false, Issue: true }],
    ['19', { Issue: true }],
    ['1, 9 ,14', { Forum: false, File: false, Wiki: false }],
    ['15,20,99,-1,x', {}],
    ['issue,Idea', { Issue: true, Idea: false }],
  ])('entity access for %s', async (csv, expected) => {
    expect(await read(`/api/spaces/1/entityaccess?entityCsv=${csv}`)).toEqual(expected);
  });

  it('entity access without a list names every kind of content, for the community too', async () => {
    const every = ['Article', 'Blog', 'Issue', 'Forum', 'File', 'Idea', 'Photo', 'Video', 'Wiki'];
    const expected = Object.fromEntries(every.map((name) => [name, name === 'Issue']));
    expect(await read('/api/spaces/1/entityaccess?entityCsv=')).toEqual(expected);
    expect(await read('/api/spaces/0/entityaccess', 'sara.lindqvist')).toEqual(expected);
  });

  it('a list of too many kinds of content is refused', async () => {
    const csv = Array.from({ length: 101 }, (_, index) => index).join(',');
    const { status, body } = await ask(`/api/spaces/1/entityaccess?entityCsv=${csv}`);
    expect([status, body]).toEqual([400, refusalBody('entityCsv must have at most 100 values.')]);
  });
});
