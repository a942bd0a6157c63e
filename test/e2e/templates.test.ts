import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

describe('templates of new cases', () => {
  const web = useWebTest();

  it('are made by those who manage the space, and fill what is empty of a new case', async () => {
    const page = await web.open('sara.lindqvist', '/admin/spaces/1?part=projects&project=1');
    await page.getByRole('button', { name: 'New template' }).click();
    const form = page.getByRole('dialog', { name: 'New template' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Bug report');
    await form.getByRole('textbox', { name: 'Title' }).fill('Bug:');
    await form.getByRole('textbox', { name: 'Description' }).fill('What did you do?');
    await form.getByRole('button', { name: 'Priority:' }).click();
    await page.getByRole('option', { name: 'High' }).click();
    await form.getByRole('button', { name: 'Assignee:' }).click();
    await page.getByRole('option', { name: 'Jonas Weber' }).click();
    await form.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('list', { name: 'Templates' }).getByText('Bug report').waitFor();
    await call(web.testApp, 'POST /projects/1/templates', { body: { name: 'Wish', title: 'I wish', tags: ['wish'] } });

    const other = await web.open('jonas.weber', '/cases?q=space:1');
    await other.getByRole('button', { name: 'New case' }).click();
    const dialog = other.getByRole('dialog', { name: 'New case' });
    const title = dialog.getByRole('textbox', { name: 'Title' });
    const choose = async (name: string): Promise<void> => {
      await dialog.getByRole('button', { name: 'Template:' }).click();
      await other.getByRole('option', { name }).click();
      await dialog.getByRole('button', { name: `Template: ${name}` }).waitFor();
    };
    await choose('Bug report');
    expect(await title.inputValue()).toBe('Bug:');
    await dialog.getByText('What did you do?').waitFor();
    await choose('Wish');
    expect(await title.inputValue()).toBe('I wish');
    await dialog.getByText('What did you do?').waitFor({ state: 'detached' });
    await title.fill('The page is blank');
    await choose('Bug report');
    expect(await title.inputValue()).toBe('The page is blank');
    await dialog.getByRole('button', { name: 'Priority: High' }).waitFor();
    await dialog.getByRole('button', { name: 'Create case' }).click();
    await other.getByRole('heading', { name: 'The page is blank' }).waitFor();
    await other.getByRole('region', { name: 'Description' }).getByText('What did you do?').waitFor();
    await other.getByRole('button', { name: 'Assignee: Jonas Weber' }).waitFor();

    await page.getByRole('button', { name: 'Edit: Bug report' }).click();
    const edited = page.getByRole('dialog', { name: 'Edit: Bug report' });
    await edited.getByRole('button', { name: 'Assignee: Jonas Weber' }).waitFor();
    await edited.getByRole('textbox', { name: 'Name' }).fill('Fault');
    await edited.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Delete: Fault' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('list', { name: 'Templates' }).getByText('Fault').waitFor({ state: 'detached' });
  });
});
