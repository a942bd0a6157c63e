import { describe, expect, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

describe('the frame of the interface', () => {
  const web = useWebTest('sqlite', { excused: /Failed to load resource/u });

  it('lets somebody sign in, brings them back to where they were, and out again', async () => {
    const page = await web.open(undefined, '/cases/2304');
    await page.getByLabel('User name').fill('sara.lindqvist');
    // Nothing has ended for whoever comes for the first time, or again after signing out.
    expect(await page.getByText('Your session has ended.').count()).toBe(0);
    await page.getByLabel('Password', { exact: true }).fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The user name or the password is wrong.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/cases/2304');
    await page.getByRole('heading', { name: 'Page does not load' }).waitFor();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    expect((await page.request.get('/api/v1/me')).status()).toBe(401);
    const leaving = page.waitForURL('**/sign-in?*');
    await page.goto('/cases/2304');
    await leaving;
    await page.getByLabel('User name').waitFor();
    expect(await page.getByText('Your session has ended.').count()).toBe(0);
  });

  it('leads whoever signs in to the beginning when the place they came from is none', async () => {
    const page = await web.open(undefined, `/sign-in?from=${encodeURIComponent('//[')}`);
    await page.getByLabel('User name').fill('sara.lindqvist');
    await page.getByLabel('Password', { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Account' }).waitFor();
  });

  it('leads to signing in when the session has ended meanwhile, and back', async () => {
    const page = await web.open('jonas.weber', '/cases?q=is:open');
    await page.getByRole('link', { name: 'All cases' }).waitFor();
    await page.context().clearCookies();
    const leaving = page.waitForURL('**/sign-in?*');
    await page.reload();
    await leaving;
    await page.getByText('Your session has ended.').waitFor();
  });

  it('finds cases and does commands by keyboard alone', async () => {
    const page = await web.open('sara.lindqvist', '/cases?q=is:open');
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or jump to').pressSequentially('page does not load');
    await page.getByRole('dialog').getByText('Case 2304').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/2304');
  });

  it('tells whoever goes by pointer of the palette, also on phones, and of the shortcuts', async () => {
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 360, height: 640 },
    ]) {
      const page = await web.open('sara.lindqvist', '/cases?q=is:open', { viewport });
      await page.getByRole('button', { name: 'Search or jump to' }).click();
      await page.getByPlaceholder('Search or jump to').and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Account' }).click();
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    }
  });

  it('says that there is no connection as long as there is none', async () => {
    const page = await web.open('sara.lindqvist', '/cases?q=is:open');
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('There is no connection to the server.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('There is no connection to the server.').waitFor({ state: 'detached' });
  });

  it('answers what is no page of it as the old API does', async () => {
    const { status, text } = await fetch(`${web.url}/nothing-here`).then(async (each) => ({
      status: each.status,
      text: await each.text(),
    }));
    expect([status, JSON.parse(text).IsError]).toEqual([404, true]);
  });

  it('tells browsers which scripts a page will need, and those are there', async () => {
    const linkOf = async (path: string) => (await fetch(`${web.url}${path}`)).headers.get('link');
    for (const path of ['/sign-in', '/', '/cases?q=is:open', '/spaces/1', '/spaces/1/board', '/cases/2304']) {
      const files = [...((await linkOf(path)) ?? '').matchAll(/<(\/[^>]+)>; rel=modulepreload/gu)].map(
        ([, file]) => file,
      );
      expect(files.length, path).toBeGreaterThan(0);
      for (const file of files) {
        const { status, headers } = await fetch(`${web.url}${file}`);
        expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
      }
    }
    expect(await linkOf('/inbox')).toBeNull();
    expect((await fetch(`${web.url}/.preloads.json`)).status).toBe(404);
  });

  it('asks once for what it shows first, before the program is there', async () => {
    for (const path of ['/', '/cases?q=is:open', '/spaces/1?q=is:open%20sort:created', '/cases/2304']) {
      const page = await web.open('sara.lindqvist', 'about:blank');
      const asked: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        const isShown = /^\/api\/v1\/cases(?:\/\d+)?$/u.test(pathname) && search.includes('include=');
        if (isShown || pathname === '/api/v1/me') asked.push(`${pathname}${search}`);
      });
      let askedBefore = 0;
      await page.route('**/assets/index-*.js', async (route) => {
        await expect.poll(() => asked.length).toBe(2);
        askedBefore = asked.length;
        await route.continue();
      });
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect([askedBefore, asked.length], path).toEqual([2, 2]);
    }
  });

  it('has the colours of the product, not those of its components', async () => {
    const page = await web.open('sara.lindqvist', '/cases?q=is:open');
    const button = page.getByRole('button', { name: 'New case' });
    await button.waitFor();
    const colour = await button.evaluate(
      (element) => element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor,
    );
    expect(colour).toBe('rgb(21, 110, 88)');
  });

  it.each([
    ['/cases?q=is:open%20invoice', 'a', /^\/cases\/\d+$/u],
    ['/cases/2304', 'b', /^$/u],
  ])(
    'shows its icon and what %s is about while the program is on its way, and no longer',
    async (path, tag, address) => {
      const page = await web.open('sara.lindqvist', 'about:blank');
      const { promise, resolve } = Promise.withResolvers<void>();
      await page.route(/\/assets\/(?!early).*\.(?:js|css)$/u, async (route) => {
        await promise;
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'commit' });
      await page.locator('#first svg').waitFor();
      const shown = page.locator(`#first-page ${tag}`).first();
      const early = { title: await shown.textContent(), box: await shown.boundingBox() };
      expect((await shown.getAttribute('href')) ?? '').toMatch(address);
      resolve();
      await page.locator('#first').waitFor({ state: 'detached' });
      const drawn = page.getByText(early.title ?? '', { exact: true }).first();
      await drawn.waitFor();
      // In the same place: nothing jumps.
      const distance = async () => Math.abs(((await drawn.boundingBox())?.x ?? 0) - (early.box?.x ?? -100));
      await expect.poll(distance).toBeLessThan(3);
    },
  );

  it('shows titles early as texts, whatever they contain', async () => {
    const title = 'Less < more & "both"';
    const description = '<p>One &amp; two</p>';
    const { body } = await call(web.testApp, 'PATCH /cases/2211', { body: { title, description } });
    expect(body.title).toBe(title);
    const page = await web.open('sara.lindqvist', 'about:blank');
    await page.route(/\/assets\/index-.*\.js$/u, (route) => route.abort());
    await page.goto('/cases/2211', { waitUntil: 'commit' });
    await page.locator('#first-page b').waitFor();
    expect(await page.locator('#first-page').allTextContents()).toEqual([`${title}One & two`]);
  });

  it('sends its pages with a policy that allows no script but its own', async () => {
    for (const path of ['/', '/cases/2304', '/sign-in']) {
      const { headers } = await fetch(`${web.url}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toContain('unsafe-eval');
    }
  });

  it('opens a menu with its first item at hand, which a key that is held too long does not choose', async () => {
    const page = await web.open('jonas.weber', '/cases?q=is:open');
    await page.getByRole('button', { name: 'Account' }).focus();
    await page.keyboard.down('Enter');
    const settings = page.getByRole('menuitem', { name: 'Settings' });
    await expect
      .poll(() => settings.evaluate((each: { matches(selector: string): boolean }) => each.matches(':focus')))
      .toBe(true);
    // The second time is a repetition.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect([await settings.isVisible(), new URL(page.url()).pathname]).toEqual([true, '/cases']);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/settings/u);
  });
});
