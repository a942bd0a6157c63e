import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

/** What a browser does when a file is pasted. */
const PASTE = `{
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File(['pasted'], 'pasted.txt', { type: 'text/plain' }));
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(paste);
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
    await dialog.getByRole('textbox', { name: 'Title' }).focus();
    await page.evaluate(PASTE);
    await files.getByText('pasted.txt').waitFor();
    await dialog.getByRole('button', { name: 'Create case' }).click();
    await page.getByRole('heading', { name: 'With files' }).waitFor();
    const attached = page.getByRole('region', { name: 'Files' });
    await attached.getByRole('article', { name: 'steps.txt' }).waitFor();
    await attached.getByRole('article', { name: 'pasted.txt' }).waitFor();
    expect(await attached.getByRole('article').count()).toBe(2);
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
