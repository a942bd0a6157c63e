import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, refusalBody } from '../../../test/support/cases.ts';
import { supportCase } from '../../../test/support/property-table.ts';
import { putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { addMember } from '../../features/spaces/add-member.ts';
import { createSpace } from '../../features/spaces/create-space.ts';
import { createUser } from '../../features/users/create-user.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';

interface Person {
  readonly UserID: number;
  readonly UserName: string;
  readonly UserInfoDisplayName: string;
  readonly Email: string;
}

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let isolatedSpaceId: number;
  const keys: Record<string, string> = {};
  const ids: Record<string, number> = {};

  /** An isolated space with a guest of its own. */
  const isolate = async (name: string, guest: string): Promise<number> => {
    const spaceId = await createSpace(testApp.operator, { name, visibility: 'isolated' });
    const userId = await createUser(testApp.operator, { username: guest, email: `${guest}@example.org` });
    ids[guest] = userId;
    await addMember(testApp.operator, { spaceId, userId, role: 'contributor' });
    return spaceId;
  };
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    isolatedSpaceId = await isolate('Customer X', 'guest.one');
    await isolate('Customer Y', 'guest.two');
    await addMember(testApp.operator, { spaceId: isolatedSpaceId, userId: 3, role: 'agent' });
    await createUser(testApp.operator, { username: 'elodie', firstName: 'Élodie', lastName: 'Gagné' });
    await createUser(testApp.operator, { username: 'zo', displayName: 'A friend of elodie' });
    await createUser(testApp.operator, { username: 'gone', displayName: 'Gone Person' });
    await deactivateUser(testApp.operator, { username: 'gone' });
    for (const name of ['admin', 'sara.lindqvist', 'jonas.weber', 'diego.fuentes', 'guest.one']) {
      keys[name] = await newKeyOf(testApp, name);
    }
  });
  afterAll(() => testApp.close());

  const ask = (url: string, by = 'admin') => send(testApp, { url, headers: { 'rest-api-key': keys[by] ?? '' } });
  const read = async (url: string, by?: string): Promise<unknown> => {
    const { status, envelope } = await ask(url, by);
    expect([status, envelope.IsError, envelope.ResponseMessage]).toEqual([200, false, '']);
    return envelope.ResponseData;
  };
  const list = async (url: string, by?: string) => (await read(url, by)) as readonly Person[];
  const names = async (url: string, by?: string) => (await list(url, by)).map(({ UserName }) => UserName);
  const all = '/api/users?PageLength=100';

  it('a user has all that clients read of one', async () => {
    expect(await read('/api/users/3/details')).toEqual({
      UserID: 3,
      UserName: 'jonas.weber',
      UserInfoDisplayName: 'Jonas Weber',
      FirstName: 'Jonas',
      LastName: 'Weber',
      Email: 'jonas.weber@example.com',
      AvatarImageURL: '',
      RankName: 'Member',
    });
  });

  it('users are listed by name, page by page, in both directions, the deactivated ones left out', async () => {
    const sorted = await names(all);
    expect(sorted.slice(0, 3)).toEqual(['zo', 'admin', 'claire.dubois']);
    expect(sorted).not.toContain('gone');
    expect(await names('/api/users?startpage=2&pagelength=2')).toEqual(sorted.slice(2, 4));
    expect(await names('/api/users')).toHaveLength(10);
    expect(await names(`${all}&sortorder=Descending`)).toEqual(sorted.toReversed());
    expect(await names('/api/users?startpage=99')).toEqual([]);
  });

  it.each([
    ['weber', ['jonas.weber']],
    ['JONAS%20web', ['jonas.weber']],
    ['ELODIE', ['elodie', 'zo']],
    ['gagne', ['elodie']],
    ['%25', []],
    ['_', []],
    ['%5C', []],
    ['%00x%00y', []],
    ['nobody', []],
  ])('the user name %s finds parts of all names, whoever has exactly it first', async (asked, expected) => {
    expect(await names(`/api/users?username=${asked}`)).toEqual(expected);
  });

  it('the members of a space are found the same way', async () => {
    const members = ['claire.dubois', 'diego.fuentes', 'jonas.weber', 'priya.raman', 'yuki.tanaka'];
    expect(await names('/api/spaces/2/users?startPage=1&pageLength=50')).toEqual(members);
    expect(await names('/api/spaces/2/members?username=an&startpage=2&pagelength=1')).toEqual(['yuki.tanaka']);
    expect(await names('/api/spaces/0/users?pageLength=100', 'sara.lindqvist')).toEqual(
      await names(all, 'sara.lindqvist'),
    );
  });

  it.each(['users', 'members', 'cases/projects/3/assignto', 'cases/projects/3/recipients'])(
    'a space that one cannot see has no %s, exactly like one that does not exist',
    async (path) => {
      for (const spaceId of [2, isolatedSpaceId, 777]) {
        const { status, body } = await ask(`/api/spaces/${spaceId}/${path}`, 'sara.lindqvist');
        expect([status, body]).toEqual([404, refusalBody(`There is no space ${spaceId}.`)]);
      }
    },
  );

  it('people of isolated spaces are hidden from whoever shares none of these', async () => {
    expect(await names(all)).toEqual(expect.arrayContaining(['guest.one', 'guest.two']));
    const ofJonas = await names(all, 'jonas.weber');
    expect(ofJonas).toEqual(expect.arrayContaining(['guest.one', 'sara.lindqvist']));
    expect(ofJonas).not.toContain('guest.two');
    const ofSara = await names(all, 'sara.lindqvist');
    expect(ofSara.filter((name) => name.startsWith('guest'))).toEqual([]);
    expect(ofSara).toEqual(expect.arrayContaining(['yuki.tanaka', 'elodie']));
    expect(await names('/api/users?username=guest.two', 'jonas.weber')).toEqual([]);
  });

  it('who is in isolated spaces only sees their people and administrators, and no public space', async () => {
    expect(await names(all, 'guest.one')).toEqual(['admin', 'guest.one', 'jonas.weber']);
    expect(await read('/api/users/3/details', 'guest.one')).toMatchObject({ UserName: 'jonas.weber' });
    expect(await read('/api/spaces', 'guest.one')).toMatchObject([{ SpaceID: isolatedSpaceId }]);
    expect((await ask('/api/spaces/1', 'guest.one')).status).toBe(404);
    expect((await ask('/api/cases/2304', 'guest.one')).status).toBe(404);
    expect(await read('/api/cases', 'guest.one')).toEqual([]);
  });

  it.each(['/api/users/%/details', '/api/content/%?contenttypeid=15'])(
    'a hidden user is like one that does not exist: %s',
    async (url) => {
      for (const userId of [ids['guest.one'], 99_999]) {
        const { status, body } = await ask(url.replace('%', String(userId)), 'sara.lindqvist');
        expect([status, body]).toEqual([404, refusalBody(`There is no user ${userId}.`)]);
      }
    },
  );

  it('who was deactivated can still be looked up', async () => {
    const [row] = await testApp.rows("select id from users where username = 'gone'");
    expect(await read(`/api/users/${row?.['id']}/details`)).toMatchObject({ UserName: 'gone' });
  });

  it('e-mail addresses are for administrators, managers and agents; everybody reads the own one', async () => {
    const emailOfSara = async (by: string) => (await list('/api/users?username=sara', by))[0]?.Email;
    expect(await emailOfSara('admin')).toBe('sara.lindqvist@example.com');
    expect(await emailOfSara('jonas.weber')).toBe('sara.lindqvist@example.com');
    expect(await emailOfSara('diego.fuentes')).toBe('');
    expect(await read('/api/users/5/details', 'diego.fuentes')).toMatchObject({ Email: 'diego.fuentes@example.com' });
    expect(await read('/api/content/2?contenttypeid=15', 'diego.fuentes')).toMatchObject({ Email: '' });
  });

  it('a profile is captions with values, narrowed to the ones asked for as they are spelled', async () => {
    expect(await read('/api/content/3?contenttypeid=15')).toEqual({
      'First name': 'Jonas',
      'Last name': 'Weber',
      'Display name': 'Jonas Weber',
      'User name': 'jonas.weber',
      Email: 'jonas.weber@example.com',
      'Profile photo': ['', ''],
      'Time zone': 'Europe/Berlin',
      Rank: 'Member',
    });
    const fields = 'first name,Profile photo, Mobile phone,';
    expect(await read(`/api/content/3?contenttypeid=15&fields=${encodeURIComponent(fields)}`)).toEqual({
      'first name': 'Jonas',
      'Profile photo': ['', ''],
      'Mobile phone': '',
    });
  });

  it.each(['/api/content/3', '/api/content/3?contenttypeid=3', '/api/content/3?contenttypeid=x'])(
    '%s is not there: it is another kind of content',
    async (url) => {
      const { status, body } = await ask(url);
      expect([status, body]).toEqual([404, refusalBody('There is no such content here.')]);
    },
  );

  it('who is listed for assigning and informing is exactly who an update accepts', async () => {
    const caseId = await newCase(testApp, supportCase);
    const users = await testApp.rows('select id from users order by id');
    const listed = await list('/api/spaces/1/cases/projects/1/assignto?forAssignToUsersList=true&PageLength=100');
    const accepted: unknown[] = [];
    for (const { id } of users) {
      const answers = [
        await putCase(testApp, caseId, { AssignedToUserID: id }),
        await putCase(testApp, caseId, { RecipientUserIDCSV: String(id) }),
      ];
      expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
      if (answers[0]?.status === 200) accepted.push(id);
    }
    expect(listed.map(({ UserID }) => UserID).toSorted((one, other) => one - other)).toEqual(accepted);
    expect(await list('/api/spaces/1/cases/projects/1/recipients?PageLength=100')).toEqual(listed);
  });

  it('in a closed space they are members and administrators, searched and page by page', async () => {
    const url = '/api/spaces/2/cases/projects/3/assignto';
    const six = ['Alex Morgan', 'Claire Dubois', 'Diego Fuentes', 'Jonas Weber', 'Priya Raman', 'Yuki Tanaka'];
    const shown = async (address: string) => (await list(address)).map((person) => person.UserInfoDisplayName);
    expect(await shown(url)).toEqual(six);
    expect(await shown(`${url}?keyword=we`)).toEqual(['Jonas Weber']);
    expect(await shown(`${url}?startpage=3&pagelength=2`)).toEqual(six.slice(4));
    expect(await shown('/api/spaces/2/cases/projects/0/recipients')).toEqual(six);
  });

  it.each([
    ['/api/users?sortorder=up', 400, 'SortOrder must be 0, Ascending, 1 or Descending.'],
    ['/api/users?pagelength=101', 400, 'PageLength must be a number from 1 to 100.'],
    [`/api/users?username=${'x'.repeat(201)}`, 400, 'keyword must have at most 200 characters.'],
    ['/api/users/abc/details', 400, 'id must be a positive integer.'],
    ['/api/users/99999999999999999/details', 404, 'There is no user 99999999999999999.'],
    ['/api/spaces/1/cases/projects/3/assignto', 404, 'There is no project 3 in this space.'],
    ['/api/spaces/1/cases/projects/777/recipients', 404, 'There is no project 777 in this space.'],
  ])('%s is refused', async (url, status, message) => {
    const answer = await ask(url);
    expect([answer.status, answer.body]).toEqual([status, refusalBody(message)]);
  });
});
