import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

/** The program; what asks early is a script of its own. */
const PROGRAM = /\/assets\/(?!early)[^/]+\.js$/u;

describe('what a page asked for before its program was there', () => {
  const web = useWebTest();

  /** Goes to a page whose program does not come before it is let through, when the page has its first answers. */
  const openSlowly = async (page: Page, path: string, answer: RegExp) => {
    const through = Promise.withResolvers<void>();
    await page.route(PROGRAM, async (route) => {
      await through.promise;
      await route.continue();
    });
    const answered = Promise.all([answer, /\/api\/v1\/me$/u].map((address) => page.waitForResponse(address)));
    await page.goto(path, { waitUntil: 'commit' });
    await answered;
    return through.resolve;
  };
  const newPage = async (username: string, path: string): Promise<Page> => {
    const page = await web.open(username, path);
    await page.getByRole('navigation').getByRole('link', { name: 'Inbox' }).waitFor();
    return page;
  };
  const retitle = async (title: string) => {
    expect((await call(web.testApp, 'PATCH /cases/2304', { body: { title } })).status).toBe(200);
  };

  it('is not shown to somebody else who has signed in meanwhile', async () => {
    const page = await newPage('jonas.weber', '/settings');
    const slow = await page.context().newPage();
    const asked: string[] = [];
    slow.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const letThrough = await openSlowly(slow, '/cases', /\/api\/v1\/cases\?/u);
    await page.goto('/sign-in');
    await page.getByLabel('User name').fill('sara.lindqvist');
    await page.getByLabel('Password', { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('banner').getByText('Sara').waitFor();
    letThrough();
    await slow.getByRole('banner').getByText('Sara').waitFor();
    // Both the person and their cases were asked for once more.
    const again = ['/api/v1/me', '/api/v1/cases'].map((path) => asked.filter((each) => each === path).length);
    expect(Math.min(...again)).toBeGreaterThan(1);
  });

  it('is taken when nothing has happened: nothing is asked for twice', async () => {
    const page = await newPage('jonas.weber', '/settings');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/cases/2304');
    await page.getByRole('button', { name: 'Edit the title' }).waitFor();
    const first = ['/api/v1/me', '/api/v1/workspace', '/api/v1/cases/2304'];
    expect(first.map((path) => asked.filter((each) => each === path).length)).toEqual([1, 1, 1]);
  });

  it.each([
    ['the first page of the browser', false],
    ['a page beside another one, which hears for both', true],
  ])('is followed by what has changed since, on %s', async (name, isBeside) => {
    const page = await newPage('jonas.weber', '/settings');
    const slow = isBeside ? await page.context().newPage() : page;
    const letThrough = await openSlowly(slow, '/cases/2304', /\/api\/v1\/cases\/2304/u);
    await retitle(`Changed for ${name}`);
    // So long that another page has heard of it.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    letThrough();
    await slow.getByRole('heading', { name: `Changed for ${name}` }).waitFor();
  });

  it('is as good as new on a page that hears in place of another one, which was closed', async () => {
    const first = await newPage('jonas.weber', '/settings');
    const page = await first.context().newPage();
    await page.goto('/cases/2304');
    await page.getByRole('button', { name: 'Edit the title' }).waitFor();
    await first.close();
    await retitle('Heard by the one that is left');
    await page.getByRole('heading', { name: 'Heard by the one that is left' }).waitFor();
  });
});
