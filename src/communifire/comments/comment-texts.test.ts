import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../test/support/cases.ts';
import { listComments, newComment, postComment } from '../../../test/support/comments.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { readStrictHtml } from '../../../test/support/strict-html.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { xssVectors } from '../../../test/support/xss-vectors.ts';
import { createUser } from '../../features/users/create-user.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';

const span = (userId: number, username: string): string =>
  `<span class="mention" data-user-id="${userId}">@${username}</span>`;

const ACTIVE = /^(?:script|style|iframe|object|embed|form|svg|math|base|meta|link|on\w+)$/u;

const expectHarmless = (html: string): void => {
  const { elements } = readStrictHtml(html);
  expect(elements.filter(({ name }) => ACTIVE.test(name))).toEqual([]);
  const attributes = elements.flatMap((element) => Object.entries(element.attributes));
  expect(attributes.filter(([name]) => name !== 'style' && ACTIVE.test(name))).toEqual([]);
  expect(attributes.filter(([, value]) => /(?:script|data|source):|url\(|expression/iu.test(value))).toEqual([]);
};

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const mentionedIn = async (text: string, { properties = supportCase, IsInternal = false } = {}) => {
    const IssueID = await newCase(testApp, properties);
    await newComment(testApp, { CommentText: text, IssueID, IsInternal });
    const [event] = await testApp.rows(
      `select payload from events where case_id = ${IssueID} and type = 'comment.created'`,
    );
    const [
      { CommentText: stored, CommentTextHtmlFormatted: shown } = { CommentText: '', CommentTextHtmlFormatted: '' },
    ] = await listComments(testApp, IssueID);
    return { ids: JSON.parse(String(event?.['payload'])).mentionedUserIds as number[], stored, shown };
  };

  it.each(['', '@jonas.weber '])('nothing that could run is stored or shown, behind "%s"', async (before) => {
    const IssueID = await newCase(testApp, supportCase);
    const answers = await Promise.all(
      xssVectors.map((vector) => postComment(testApp, { CommentText: before + vector, IssueID })),
    );
    const refusals = answers.filter(({ status }) => status !== 200);
    for (const { envelope } of refusals) expect(envelope.ResponseMessage).toBe('CommentText must not be blank.');
    const comments = await listComments(testApp, IssueID);
    expect(comments).toHaveLength(answers.length - refusals.length);
    for (const { CommentText, CommentTextHtmlFormatted } of comments) {
      expectHarmless(CommentText);
      expectHarmless(CommentTextHtmlFormatted.replaceAll('data-user-id', 'id'));
    }
  });

  describe('mentions', () => {
    it.each([
      ['@jonas.weber', [3], span(3, 'jonas.weber')],
      ['Hello @Jonas.Weber.', [3], `Hello ${span(3, 'Jonas.Weber')}.`],
      [
        "(@jonas.weber's), @diego.fuentes: look!",
        [3, 5],
        `(${span(3, 'jonas.weber')}'s), ${span(5, 'diego.fuentes')}: look!`,
      ],
      ['@jonas.weber\n@jonas.weber', [3], `${span(3, 'jonas.weber')}<br />${span(3, 'jonas.weber')}`],
      ['<p>@jonas.weber</p><p>@admin</p>', [3, 1], `<p>${span(3, 'jonas.weber')}</p><p>${span(1, 'admin')}</p>`],
      ['<a href="/people/3">@jonas.weber</a>', [3], `<a href="/people/3">${span(3, 'jonas.weber')}</a>`],
      ['1 < 2 & @jonas.weber > "x"', [3], `1 &lt; 2 &amp; ${span(3, 'jonas.weber')} &gt; &quot;x&quot;`],
    ])('%s', async (text, ids, shown) => {
      expect(await mentionedIn(text)).toMatchObject({ ids, shown });
    });

    it.each([
      'mail jonas@jonas.weber',
      'x@jonas.weber',
      'https://example.com/@jonas.weber',
      '<a href="https://example.com/@jonas.weber" title="@jonas.weber">x</a>',
      '<img src="x" alt="@jonas.weber" />',
      '<code>@jonas.weber</code>',
      '<pre><b>@jonas.weber</b></pre>',
      '@jonas.webers and @jonas and @nobody and @@jonas.weber and @ jonas.weber',
      '@',
    ])('are not in %s', async (text) => {
      const { ids, stored, shown } = await mentionedIn(text);
      expect([ids, shown]).toEqual([[], stored]);
    });

    it('reach only people who see the space, and with internal comments those who may read them', async () => {
      const everybody = '@omar.haddad @diego.fuentes @jonas.weber @claire.dubois @yuki.tanaka';
      expect((await mentionedIn(everybody)).ids).toEqual([7, 5, 3, 8, 6]);
      expect((await mentionedIn(everybody, { properties: productCase })).ids).toEqual([5, 3, 8, 6]);
      expect((await mentionedIn(everybody, { IsInternal: true })).ids).toEqual([7, 3]);
    });

    it('find names of every form, the longest first, and nobody who was deactivated', async () => {
      const ids: Record<string, number> = {};
      for (const username of ['ann', 'ann.b', 'ann-b+c@example.com', 'a&b', 'Łukasz', 'gone']) {
        ids[username] = await createUser(testApp.operator, { username });
      }
      await deactivateUser(testApp.operator, { username: 'gone' });
      const text = '@ann, @ann.b. @ann-b+c@example.com @a&b; @Łukasz @gone @ann.c';
      const { ids: mentioned, shown } = await mentionedIn(text);
      expect(mentioned).toEqual(['ann', 'ann.b', 'ann-b+c@example.com', 'a&b', 'Łukasz'].map((name) => ids[name]));
      expect(shown).toContain(`${span(ids['a&b'] ?? 0, 'a&amp;b')};`);
      expect(shown).toContain(`@gone ${span(ids['ann'] ?? 0, 'ann')}.c`);
    });

    it('are looked for in reasonable time however many there seem to be', async () => {
      const start = performance.now();
      const hostile = [
        '@jonas.weber '.repeat(19_000),
        Array.from({ length: 20_000 }, (_, index) => `@x.${index}`).join(' '),
        `@${'.'.repeat(250_000)}`,
        '@'.repeat(250_000),
        ' @a.b.c.d.e.f.g.h.i.j.k.l.m.n'.repeat(8_000),
      ];
      for (const text of hostile) expect((await mentionedIn(text)).ids.length).toBeLessThanOrEqual(1);
      expect(performance.now() - start).toBeLessThan(20_000);
    });
  });
});
