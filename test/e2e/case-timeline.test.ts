import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('what happens to a case', () => {
  const web = useWebTest();

  it('keeps a comment that is being written, completes mentions, and hides internal notes from reporters', async () => {
    const page = await web.open('jonas.weber', '/cases/2304');
    await page.getByRole('button', { name: 'Say something about this case' }).click();
    const field = page.getByRole('textbox', { name: 'Comment' });
    await field.pressSequentially('Please look, @sara');
    await page.getByRole('option', { name: 'Sara Lindqvist' }).waitFor();
    await page.keyboard.press('Enter');
    await page.reload();
    await field.getByText('Please look, @sara.lindqvist').waitFor();
    await page.getByRole('checkbox', { name: 'Internal note' }).check();
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    const note = page.getByRole('article').filter({ hasText: 'Please look' });
    await note.getByText('Internal note').waitFor();
    await note.getByRole('button', { name: 'Like: 0' }).click();
    await note.getByRole('button', { name: 'Like: 1' }).waitFor();
    const reporter = await web.open('diego.fuentes', '/cases/2304');
    await reporter.getByRole('button', { name: 'Say something about this case' }).waitFor();
    expect(await reporter.getByText('Please look').count()).toBe(0);
  });

  it('lets somebody answer, edit and delete a comment, and find it by its address', async () => {
    const page = await web.open('claire.dubois', '/cases/2361');
    const first = page.getByRole('article').filter({ hasText: 'Same on Android, by the way' });
    await first.getByRole('button', { name: 'Answer' }).click();
    await page.getByRole('textbox', { name: 'Answer' }).fill('And on a tablet.');
    await page.keyboard.press('Control+Enter');
    const answer = page.getByRole('article').filter({ hasText: 'And on a tablet.' });
    const menu = answer.getByRole('button', { name: 'More about this comment' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Edit comment' }).click();
    await page.getByRole('textbox', { name: 'Edit comment' }).fill('And on a tablet. Two of them.');
    await page.getByRole('button', { name: 'Save' }).click();
    await answer.getByText('edited').waitFor();
    const id = await answer.getAttribute('id');
    await page.goto(`/cases/2361#${id}`);
    await page.reload();
    await page.locator('[data-marked]').getByText('Two of them.').waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Delete comment' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete comment' }).click();
    await answer.waitFor({ state: 'detached' });
  });

  it('tells what was changed word by word, takes a change back, and shows the case as it was', async () => {
    const page = await web.open('admin', '/cases/2367');
    await page.getByRole('button', { name: 'Edit the description' }).click();
    const field = page.getByRole('textbox', { name: 'Description' });
    await field.fill('The price is mirrored.');
    await page.getByRole('button', { name: 'Save' }).click();
    await field.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Edit the description' }).click();
    await field.fill('The price is still mirrored.');
    await page.getByRole('button', { name: 'Save' }).click();
    const change = page.getByRole('article', { name: 'Change by Alex Morgan' });
    await change.last().getByRole('insertion').getByText('still').waitFor();
    await change.last().getByRole('button', { name: 'More about this change' }).click();
    await page.getByRole('menuitem', { name: 'Undo this change' }).click();
    await page.getByRole('region', { name: 'Description' }).getByText('The price is mirrored.').waitFor();
    await change.last().getByText('Taken back').waitFor();
    await change.nth(1).getByRole('button', { name: 'More about this change' }).click();
    await page.getByRole('menuitem', { name: 'The case as it was then' }).click();
    const past = page.getByRole('region', { name: 'The case as it was' });
    await past.getByText('The price is still mirrored.').waitFor();
    const shown = ['Status', 'Assignee', 'Kept informed', 'Due', 'Tags', 'Reporter', 'Created by'];
    for (const name of shown) await past.locator('p').getByText(name, { exact: true }).waitFor();
  });
});
