import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

describe.each(dialects)('the search in the new API on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  afterAll(() => test.close());

  const create = async (title: string, more: object = {}): Promise<number> => {
    const body = { title, spaceId: 1, projectId: 1, ...more };
    const { status, body: created } = await call(test, 'POST /cases', { body });
    expect(status).toBe(201);
    return created.id;
  };
  const search = (query: string, more = '', key?: string) =>
    call(test, `GET /search?query=${encodeURIComponent(query)}${more}`, key === undefined ? {} : { key });
  const ids = async (query: string, more = '', key?: string): Promise<number[]> => {
    const { status, body } = await search(query, more, key);
    expect([query, status]).toEqual([query, 200]);
    return body.items.map(({ id }: { id: number }) => id);
  };

  it('has the best first: number, title, tags, text, comments; conditions narrow it', async () => {
    const inComment = await create('One');
    const comment = { text: '<p>about a <b>tap</b>ir</p>' };
    await call(test, `PATCH /cases/${inComment}`, { body: { comment } });
    const inText = await create('Two', { description: 'a tapir 2304', priorityId: 4 });
    const inTitle = await create('Tapir');
    const inTags = await create('Three', { tags: ['tapirs'], priorityId: 4 });
    expect(await ids('tapir')).toEqual([inTitle, inTags, inText, inComment]);
    expect(await ids('2304')).toEqual([2304, inText]);
    expect(await ids('tapir priority:urgent')).toEqual([inTags, inText]);
    expect(await ids('tapir -tag:tapirs -two')).toEqual([inTitle, inComment]);
    expect(await ids('tapir sort:number')).toEqual([inComment, inText, inTitle, inTags]);
    expect(await ids(`number:${inTags}`)).toEqual([inTags]);
    expect(await ids('tapir zebra')).toEqual([]);
  });

  it('finds words exactly as they stand beside each other, also over the end of a line', async () => {
    const beside = await create('Quokka', { description: '<p>the small</p><p>wallaby sleeps</p>' });
    const apart = await create('Wombat', { description: '<p>wallaby, small</p>' });
    expect(await ids('"small wallaby"')).toEqual([beside]);
    expect(await ids('small wallaby')).toEqual([apart, beside]);
    const listed = await call(test, `GET /cases?query=${encodeURIComponent('"small wallaby"')}`);
    expect(listed.body.items.map(({ id }: { id: number }) => id)).toEqual([beside]);
  });

  it('goes on page by page, with an excerpt of each case', async () => {
    const all: number[] = [];
    for (const number of [1, 2, 3]) {
      all.unshift(await create(`Numbat ${number}`, { description: `<p>${'before '.repeat(50)}numbat &lt;b&gt;</p>` }));
    }
    const first = await search('numbat', '&limit=2');
    expect(first.body.items[0]).toMatchObject({ spaceId: 1, excerpt: expect.stringMatching(/^….*numbat <b>/u) });
    const second = await ids('numbat', `&limit=2&cursor=${first.body.next}`);
    expect([...first.body.items.map(({ id }: { id: number }) => id), ...second]).toEqual(all);
    expect((await search('numbat', '&limit=3')).body.next).toBe(null);
  });

  it('finds nothing that one may not see, in cases and in comments', async () => {
    const hidden = await create('Kakapo', { spaceId: 2, projectId: 3 });
    const open = await create('Kea');
    const comment = { text: 'a secret kakapo', isInternal: true };
    await call(test, `PATCH /cases/${open}`, { body: { comment } });
    expect(await ids('kakapo')).toEqual([hidden, open]);
    expect(await ids('kakapo', '', await newKeyOf(test, 'claire.dubois'))).toEqual([hidden]);
    expect(await ids('kakapo OR thylacine', '', await newKeyOf(test, 'sara.lindqvist'))).toEqual([open]);
  });

  it.each([
    ['asignee:me', '', 'query'],
    ['tapir', '&cursor=WyJ4Il0', 'cursor'],
    ['tapir', '&limit=1000', 'limit'],
  ])('refuses %s %s', async (query, more, field) => {
    const { status, body } = await search(query, more);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });
});
