import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

/** On a busy machine too. */
const patience = { timeout: 20_000 };
/** Cases of the public space. */
const ONE = 2304;
const OTHER = 2306;

describe('links between cases', () => {
  const web = useWebTest();

  const linksOf = async (caseId: number): Promise<unknown[]> => {
    const { items } = (await call(web.testApp, `GET /cases/${caseId}/links`)).body;
    return items.map(({ relation, case: { id } }: { relation: string; case: { id: number } }) => [relation, id]);
  };
  const titleOf = async (caseId: number): Promise<string> =>
    (await call(web.testApp, `GET /cases/${caseId}`)).body.title;

  it('are made by number or by words, seen by others at once, and taken away', async () => {
    const title = await titleOf(OTHER);
    const page = await web.open('sara.lindqvist', `/cases/${ONE}`);
    const watching = await web.open('priya.raman', `/cases/${OTHER}`);
    await watching.getByRole('heading', { name: title }).waitFor();
    const links = page.getByRole('region', { name: 'Links' });
    await links.getByRole('button', { name: 'Link a case' }).click();
    await links.getByRole('combobox', { name: 'What it is' }).click();
    await page.getByRole('option', { name: 'Blocks' }).click();
    await links.getByRole('button', { name: 'Other case:' }).click();
    await page.getByRole('textbox', { name: 'Search: Other case' }).fill(`#${OTHER}`);
    await page.getByRole('option', { name: String(OTHER) }).click();
    await links.getByRole('list', { name: 'Blocks' }).getByRole('link', { name: title }).waitFor();
    const seen = watching.getByRole('list', { name: 'Blocked by' });
    await seen.getByRole('link', { name: await titleOf(ONE) }).waitFor();
    expect(await seen.getByRole('button').count()).toBe(0);
    expect(await watching.getByRole('button', { name: 'Link a case' }).count()).toBe(0);
    await links.getByRole('button', { name: 'Remove the link' }).click();
    await seen.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await seen.waitFor();
    expect(await linksOf(ONE)).toEqual([['blocks', OTHER]]);
  });

  it('are made by keyboard, and what the server refuses is told', async () => {
    const page = await web.open('sara.lindqvist', `/cases/${OTHER}`);
    await page.getByRole('list', { name: 'Blocked by' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or jump to').pressSequentially('link with another');
    await page.getByRole('dialog').getByText('Link with another case').waitFor();
    await page.keyboard.press('Enter');
    const kind = page.getByRole('combobox', { name: 'What it is' });
    await expect
      .poll(() => kind.evaluate((element) => element === element.ownerDocument.activeElement), patience)
      .toBe(true);
    await kind.press('Enter');
    await page.getByRole('option', { name: 'Blocked by' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Search: Other case' }).fill(await titleOf(ONE));
    await page.getByRole('option', { name: String(ONE) }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('have a link of this kind already').waitFor();
    expect(web.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
  });

  it('close a case as a duplicate', async () => {
    const page = await web.open('sara.lindqvist', `/cases/${ONE}`);
    await page.getByRole('button', { name: 'More about this case' }).click();
    await page.getByRole('menuitem', { name: 'Close as duplicate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Close as duplicate' });
    await dialog.getByRole('button', { name: 'Duplicate of:' }).click();
    await page.getByRole('textbox', { name: 'Search: Duplicate of' }).fill(String(OTHER));
    await page.getByRole('option', { name: String(OTHER) }).click();
    await dialog.getByRole('button', { name: 'Close the case' }).click();
    await page
      .getByRole('list', { name: 'Duplicate of' })
      .getByRole('link', { name: await titleOf(OTHER) })
      .waitFor();
    expect(await linksOf(OTHER)).toContainEqual(['duplicatedBy', ONE]);
    const closed = (await call(web.testApp, `GET /cases/${ONE}?include=status`)).body.status;
    expect(closed.isClosed).toBe(true);
    await page.getByRole('button', { name: `Status: ${closed.name}` }).waitFor();
  });
});
