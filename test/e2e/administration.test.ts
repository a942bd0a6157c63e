import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

/** What was moved is looked at when the screen is drawn. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

describe('the administration', () => {
  const web = useWebTest('sqlite', { excused: / 409 /u });

  const titles = (page: Page, list: string): Promise<string[]> =>
    page
      .getByRole('list', { name: list })
      .getByRole('button', { name: /^Edit: /u })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.slice(6) ?? ''));

  it('creates a space, renames it, archives it, and takes it back into use', async () => {
    const page = await web.open('admin', '/admin');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'New space' }).click();
    await dialog.getByLabel('Name').fill('Warehouse');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('list', { name: 'Spaces' }).getByRole('link', { name: 'Warehouse' }).click();
    await page.getByLabel('Name').fill('Warehouse and shipping');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Warehouse and shipping' }).waitFor();
    await page.getByRole('button', { name: 'Archive the space' }).click();
    await dialog.getByRole('button', { name: 'Archive the space' }).click();
    await page.getByRole('button', { name: 'Take back into use' }).click();
    await page.getByRole('button', { name: 'Archive the space' }).waitFor();
  });

  it('creates a status, orders statuses by buttons and by dragging, and merges one into another', async () => {
    const page = await web.open('sara.lindqvist', '/admin/spaces/1?part=statuses');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'New status' }).click();
    await dialog.getByLabel('Name').fill('On hold');
    await dialog.getByLabel('Cases with this status are closed').check();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: 'Move On hold up' }).waitFor();
    const before = await titles(page, 'Statuses');
    await page.getByRole('button', { name: 'Move On hold up' }).press('Enter');
    const wanted = [...before.slice(0, -2), 'On hold', before.at(-2)];
    await expect.poll(() => titles(page, 'Statuses'), { timeout: 20_000 }).toEqual(wanted);
    const handle = page.getByRole('button', { name: 'Drag On hold to another place' });
    const goal = await page.getByRole('button', { name: `Drag ${before[0]} to another place` }).boundingBox();
    await handle.hover();
    await page.mouse.down();
    await page.mouse.move(goal?.x ?? 0, (goal?.y ?? 0) + 3, { steps: 8 });
    await drawn(page);
    await page.mouse.up();
    await expect.poll(() => titles(page, 'Statuses'), { timeout: 20_000 }).toEqual(['On hold', ...before.slice(0, -1)]);
    await page.reload();
    await expect.poll(() => titles(page, 'Statuses'), { timeout: 20_000 }).toEqual(['On hold', ...before.slice(0, -1)]);
    await page.getByRole('button', { name: 'Actions for On hold' }).click();
    await page.getByRole('menuitem', { name: 'Merge into another one' }).click();
    await dialog.getByRole('combobox', { name: 'The one that stays' }).click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('button', { name: 'Merge into another one' }).click();
    await expect.poll(() => titles(page, 'Statuses'), { timeout: 20_000 }).toEqual(before.slice(0, -1));
  });

  it('tells why a status that cases have is not deleted, and makes another one the default', async () => {
    const page = await web.open('sara.lindqvist', '/admin/spaces/1?part=statuses');
    const rows = page.getByRole('list', { name: 'Statuses' }).getByRole('listitem');
    const second = rows.nth(1);
    await second.getByRole('button', { name: /^Actions for /u }).click();
    await page.getByRole('menuitem', { name: 'Make it the default' }).click();
    await second.getByText('Default', { exact: true }).waitFor();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await rows
      .first()
      .getByRole('button', { name: /^Actions for /u })
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('That did not work').waitFor();
  });

  it('plans a milestone of a project with a due date, and completes it', async () => {
    const far = { timezoneId: 'America/Los_Angeles' };
    const page = await web.open('sara.lindqvist', '/admin/spaces/1?part=projects', far);
    const dialog = page.getByRole('dialog');
    const dueAt = async (): Promise<unknown> => {
      const [milestone] = await web.testApp.rows("select due_at from milestones where title = 'Spring release'");
      return new Date(Number(milestone?.['due_at'])).toISOString();
    };
    await page
      .getByRole('link', { name: /^Sections, milestones and templates of /u })
      .first()
      .click();
    await page.getByRole('button', { name: 'New milestone' }).click();
    await dialog.getByLabel('Name').fill('Spring release');
    await dialog.getByLabel('Due date').fill('March 20, 2027');
    await dialog.getByLabel('Name').click();
    await dialog.getByRole('button', { name: 'Create' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Spring release' });
    await row.getByText('due Mar 20, 2027').waitFor();
    expect(await dueAt()).toBe('2027-03-20T00:00:00.000Z');
    await row.getByRole('button', { name: 'Edit: Spring release' }).click();
    await dialog.getByLabel('Completed').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Completed').waitFor();
    await row.getByText('due Mar 20, 2027').waitFor();
    expect(await dueAt()).toBe('2027-03-20T00:00:00.000Z');
  });

  it('makes somebody a member, gives them another role, and renames a tag in all cases', async () => {
    const page = await web.open('admin', '/admin/spaces/1?part=members');
    await page.getByRole('button', { name: 'Remove: Jonas Weber' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove: Jonas Weber' }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Person' }).fill('jonas');
    await page.getByRole('option', { name: /Jonas Weber/u }).click();
    await page.getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('combobox', { name: 'Role of Jonas Weber' }).click();
    await page.getByRole('option', { name: 'Contributor' }).click();
    const members = async (): Promise<unknown> => {
      const response = await page.request.get('/api/v1/spaces/1/members?role=contributor');
      return ((await response.json()) as { items: { username: string }[] }).items.map(({ username }) => username);
    };
    await expect.poll(members).toContain('jonas.weber');
    await page.getByRole('tab', { name: 'Tags' }).click();
    const rename = page.getByRole('button', { name: /^Rename: /u }).first();
    await rename.click();
    await page.getByRole('dialog').getByLabel('Name').fill('renamed-tag');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByText(/cases? changed/u).waitFor();
    await page.getByRole('textbox', { name: 'Search tags' }).fill('renamed');
    await page.getByRole('button', { name: 'Rename: renamed-tag' }).waitFor();
  });

  it('creates somebody, whose password is set by a link that leads to signing in', async () => {
    const page = await web.open('admin', '/admin?part=users');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'New person' }).click();
    await dialog.getByLabel('User name').fill('mei.tanaka');
    await dialog.getByLabel('Name that others see').fill('Mei Tanaka');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const link = (await dialog.getByText(/\/password\//u).textContent()) ?? '';
    await page.context().clearCookies();
    await page.goto(new URL(link).pathname);
    await page.getByLabel('New password').fill('a password of Mei');
    await page.getByLabel('The same again').fill('a password of Mei');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('User name').fill('mei.tanaka');
    await page.getByLabel('Password', { exact: false }).first().fill('a password of Mei');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Account' }).getByText('Mei Tanaka').waitFor();
  });

  it('deactivates somebody, and gives them access again', async () => {
    const page = await web.open('admin', '/admin?part=users');
    await page.getByRole('button', { name: 'Deactivate: Omar Haddad' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('button', { name: 'Deactivate: Omar Haddad' }).waitFor({ state: 'detached' });
    await page.getByText('Without access').click();
    await page.getByRole('button', { name: 'Actions for Omar Haddad' }).click();
    await page.getByRole('menuitem', { name: 'Give access again' }).click();
    await page.getByText('Nobody is found.').waitFor();
  });

  it('brings a case back from the bin, and deletes one for good', async () => {
    const page = await web.open('admin', '/admin?part=bin');
    for (const id of [2304, 2305]) {
      await page.request.delete(`/api/v1/cases/${id}`, { headers: { origin: web.url } });
    }
    const rows = page.getByRole('list', { name: 'Bin' }).getByRole('listitem');
    const row = (id: number) => rows.filter({ hasText: String(id) });
    await row(2304)
      .getByRole('button', { name: /^Restore/u })
      .click();
    await page.getByText('Case 2304 is back.').waitFor();
    await row(2305)
      .getByRole('button', { name: /^Delete for good/u })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await row(2305).waitFor({ state: 'detached' });
    expect((await page.request.get('/api/v1/cases/2304')).status()).toBe(200);
  });

  it('says how the server is, and offers only what one may do', async () => {
    const page = await web.open('admin', '/admin?part=health');
    await page.getByText('It can take writes').waitFor();
    expect(await page.getByText('Fine', { exact: true }).count()).toBe(2);
    const manager = await web.open('sara.lindqvist', '/admin');
    await manager.getByRole('tab', { name: 'Webhooks' }).waitFor();
    expect(await manager.getByRole('tab', { name: 'People' }).count()).toBe(0);
    expect(await manager.getByRole('button', { name: 'New space' }).count()).toBe(0);
    const viewer = await web.open('diego.fuentes');
    await viewer.getByRole('link', { name: 'Inbox' }).waitFor();
    expect(await viewer.getByRole('link', { name: 'Administration' }).count()).toBe(0);
  });
});
