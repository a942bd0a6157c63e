import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

/** What a browser does when a file is pasted, or dropped on something. */
const send = (event: 'paste' | 'drop', name: string, on: string): string => `{
  const files = new DataTransfer();
  files.items.add(new File(['sent'], '${name}', { type: 'text/plain' }));
  const how = { bubbles: true, cancelable: true, clipboardData: files, dataTransfer: files };
  const sent = '${event}' === 'paste' ? new ClipboardEvent('paste', how) : new DragEvent('drop', how);
  ${on}.dispatchEvent(sent);
}`;

describe('a new case', () => {
  const web = useWebTest();

  it('is created from anywhere by keyboard, with similar cases in sight, and opens', async () => {
    const page = await web.open('jonas.weber', '/cases?q=space:1');
    await page.getByRole('button', { name: 'New case' }).waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'New case' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('The cookie notice again');
    await dialog.getByRole('region', { name: 'Is it one of these?' }).getByText('Cookie notice comes back').waitFor();
    await dialog.getByRole('textbox', { name: 'Description' }).fill('Every morning.');
    await dialog.getByRole('button', { name: 'Priority:' }).click();
    await page.getByRole('option', { name: 'High' }).click();
    await dialog.getByRole('button', { name: 'Assignee:' }).click();
    await page.getByRole('option', { name: 'Jonas Weber' }).click();
    await dialog.getByRole('button', { name: /^Kept informed/u }).click();
    await page.getByRole('option', { name: 'Sara Lindqvist' }).click();
    await dialog.getByRole('textbox', { name: 'Title' }).click();
    await dialog.getByRole('textbox', { name: 'Title' }).press('Enter');
    await page.getByRole('heading', { name: 'The cookie notice again' }).waitFor();
    await page.getByRole('button', { name: 'Priority: High' }).waitFor();
    await page.getByRole('button', { name: 'Assignee: Jonas Weber' }).waitFor();
    await page.getByRole('button', { name: 'Space: Customer Support' }).waitFor();
    await page.getByRole('button', { name: 'Kept informed: Sara Lindqvist' }).waitFor();
    await page.getByRole('region', { name: 'Description' }).getByText('Every morning.').waitFor();
  });

  it('has the files that were chosen for it, dropped and pasted while it was written', async () => {
    const page = await web.open('jonas.weber', '/cases/2304');
    await page.getByRole('button', { name: 'New case' }).click();
    const dialog = page.getByRole('dialog', { name: 'New case' });
    const files = dialog.getByRole('region', { name: 'Files' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('With files');
    await dialog.locator('input[type=file]').setInputFiles([
      { name: 'steps.txt', mimeType: 'text/plain', buffer: Buffer.from('One, two') },
      { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('Three') },
    ]);
    await files.getByRole('button', { name: 'Remove wrong.txt' }).click();
    // What had the focus is gone with the file, but the dialog still has it.
    expect(await page.evaluate(`document.activeElement.closest('[role=dialog]') !== null`)).toBe(true);
    await page.evaluate(send('paste', 'pasted.txt', 'document.activeElement'));
    await files.getByText('pasted.txt').waitFor();
    await page.evaluate(send('drop', 'dropped.txt', `document.querySelector('[role=dialog] form')`));
    await files.getByText('dropped.txt').waitFor();
    // Also beside the dialog: it is not for the case behind.
    await page.evaluate(send('drop', 'beside.txt', 'document.body'));
    await files.getByText('beside.txt').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'New case' }).click();
    await dialog.getByRole('button', { name: 'Create case' }).click();
    await page.getByRole('heading', { name: 'With files' }).waitFor();
    const attached = page.getByRole('region', { name: 'Files' });
    await attached.getByRole('article', { name: 'steps.txt' }).waitFor();
    for (const name of ['pasted.txt', 'dropped.txt', 'beside.txt']) {
      await attached.getByRole('article', { name }).waitFor();
    }
    expect(await attached.getByRole('article').count()).toBe(4);
    await page.goto('/cases/2304');
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    expect(await attached.getByRole('article').count()).toBe(0);
  });

  it('is kept as far as it is written, until it is created or thrown away', async () => {
    const page = await web.open('diego.fuentes', '/cases');
    await page.getByRole('button', { name: 'New case' }).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('Half a thought');
    await page.reload();
    await page.getByRole('button', { name: 'New case' }).click();
    expect(await title.inputValue()).toBe('Half a thought');
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Assignee:' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: 'New case' }).click();
    expect(await title.inputValue()).toBe('');
  });
});
