import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('saved views of cases', () => {
  const web = useWebTest();

  it('keep a query and its columns under a name, are places to go to, and are renamed and deleted', async () => {
    const page = await web.open('sara.lindqvist', '/cases?q=tag:login+sort:number&columns=id,title,reporter');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Save as a new view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Trouble signing in');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const places = page.getByRole('navigation');
    await places.getByRole('link', { name: 'Trouble signing in' }).waitFor();
    await places.getByRole('link', { name: 'All cases' }).click();
    await page.getByRole('columnheader', { name: 'Priority' }).waitFor();
    await places.getByRole('link', { name: 'Trouble signing in' }).click();
    await page.getByRole('columnheader', { name: 'Reporter' }).waitFor();
    expect(await page.getByLabel('Which cases').inputValue()).toBe('tag:login sort:number');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Rename and share' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Sign-in');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await places.getByRole('link', { name: 'Sign-in' }).waitFor();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Delete the view' }).click();
    await places.getByRole('link', { name: 'Sign-in' }).waitFor({ state: 'detached' });
  });

  it('that are shared with a space are seen by its people', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1?q=is:open+assignee:none');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Save as a new view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Waiting for somebody');
    await page.getByRole('combobox', { name: 'Who sees it' }).click();
    await page.getByRole('option', { name: 'Everybody in Customer Support' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'Waiting for somebody' }).waitFor();
    const other = await web.open('jonas.weber', '/');
    await other.getByRole('link', { name: 'Waiting for somebody' }).click();
    await other.getByRole('table').waitFor();
    expect(await other.getByLabel('Which cases').inputValue()).toBe('is:open assignee:none space:1');
  });
});
