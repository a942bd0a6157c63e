import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

/** On a busy machine too. */
const patience = { timeout: 20_000 };
/** A case of the public space, in a section, with an assignee and tags. */
const ORIGIN = 2304;

describe('a case', () => {
  const web = useWebTest();

  const read = async (caseId: number) => (await call(web.testApp, `GET /cases/${caseId}`)).body;

  it('is copied, and the copy is related to it', async () => {
    const origin = await read(ORIGIN);
    const page = await web.open('jonas.weber', `/cases/${ORIGIN}`);
    await page.getByRole('button', { name: 'More about this case' }).click();
    await page.getByRole('menuitem', { name: 'Copy case' }).click();
    const dialog = page.getByRole('dialog', { name: `Copy of case ${ORIGIN}` });
    const title = dialog.getByRole('textbox', { name: 'Title' });
    expect(await title.inputValue()).toBe(origin.title);
    await title.fill('The same once more');
    await dialog.getByRole('checkbox', { name: `Relate it to case ${ORIGIN}` }).waitFor();
    await dialog.getByRole('button', { name: 'Create case' }).click();
    await page.getByRole('heading', { name: 'The same once more' }).waitFor();
    await page.getByRole('list', { name: 'Related to' }).getByRole('link', { name: origin.title }).waitFor();
    const copy = await read(Number(/\d+$/u.exec(page.url())?.[0]));
    for (const property of ['description', 'projectId', 'sectionId', 'priorityId', 'assigneeId', 'tags']) {
      expect([property, copy[property]]).toEqual([property, origin[property]]);
    }
    expect(copy.reporterId).not.toBe(origin.reporterId);
    // What was begun otherwise is not lost to the copy.
    await page.keyboard.press('c');
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('');
  });

  it('is moved to another space, with what gets lost there told before', async () => {
    const page = await web.open('admin', `/cases/${ORIGIN}`);
    await page.getByRole('button', { name: 'Space: Customer Support' }).click();
    await page.getByRole('option', { name: 'Product Development' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move to Product Development' });
    await dialog.getByText('Storefront').waitFor();
    expect((await read(ORIGIN)).spaceId).toBe(1);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Space: Customer Support' }).click();
    await page.getByRole('option', { name: 'Product Development' }).click();
    await dialog.getByRole('button', { name: 'Project:' }).click();
    const other = page.getByRole('option').last();
    const project = await other.innerText();
    await other.click();
    await dialog.getByRole('button', { name: `Project: ${project}` }).waitFor();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('button', { name: 'Space: Product Development' }).waitFor();
    await page.getByRole('button', { name: `Project: ${project}` }).waitFor();
    await page.getByRole('button', { name: 'Section: None' }).waitFor();
    await expect.poll(async () => (await read(ORIGIN)).spaceId, patience).toBe(2);
  });
});
