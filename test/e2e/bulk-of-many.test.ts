import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { performBulkChanges } from '../../src/features/cases/bulk/perform-bulk-changes.ts';
import { call } from '../support/api.ts';
import { createManyCases } from '../support/many-cases.ts';
import { press } from './by-keyboard.ts';
import { useWebTest } from './use-web-test.ts';

/** More than are changed before the answer. */
const MANY = 1_500;
const PORTION = 100;
/** Nobody waits longer for what is on the screen. */
const patience = { timeout: 15_000 };

describe('a change of more cases than are changed at once', { timeout: 120_000 }, () => {
  const web = useWebTest();
  let caseIds: number[];

  beforeAll(async () => {
    caseIds = await createManyCases(web.testApp.operator, MANY);
  }, 120_000);

  const perform = () => performBulkChanges.run(web.testApp.operator);
  /** Does one portion of what there is to do. */
  const performPortion = async (): Promise<void> => {
    const enough = new AbortController();
    const done = performBulkChanges.run(web.testApp.operator, enough.signal);
    enough.abort();
    await done;
  };
  const countOf = async (query: string): Promise<number> =>
    (await call(web.testApp, `GET /cases?limit=1&count=true&query=${encodeURIComponent(query)}`)).body.total.value;
  const told = (page: Page) => page.getByRole('alert').filter({ hasText: /case|change|cancel/iu });
  const bar = (page: Page) => page.getByRole('group', { name: 'Selected cases' });
  const progress = (page: Page) => page.getByRole('progressbar', { name: 'Cases changed so far' });
  const selectAll = async (query: string): Promise<Page> => {
    const page = await web.open('sara.lindqvist', `/spaces/1?q=${encodeURIComponent(query)}`);
    await page.getByRole('checkbox', { name: 'Select all cases' }).click();
    await bar(page).getByText(`${MANY} selected`).waitFor();
    return page;
  };
  const begin = async (page: Page, priority: string): Promise<void> => {
    await bar(page).getByRole('button', { name: 'Set Priority' }).click();
    await page.getByRole('option', { name: priority }).click();
    await progress(page).waitFor({ state: 'attached' });
  };

  it('shows how far it has come, and is taken back, which shows that, too', async () => {
    const page = await selectAll('tag:before');
    await begin(page, 'Low');
    await performPortion();
    await told(page).getByText(`${PORTION} of ${MANY}`).waitFor(patience);
    expect(await progress(page).getAttribute('aria-valuenow')).toBe(String(Math.round((100 * PORTION) / MANY)));
    expect(await told(page).getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await page.reload();
    await told(page).getByText(`${PORTION} of ${MANY}`).waitFor(patience);
    await perform();
    await told(page).getByText('1500 cases were changed.').waitFor(patience);
    expect(await countOf('tag:before priority:Low')).toBe(MANY);
    await page.reload();
    await told(page).getByText('1500 cases were changed.').waitFor(patience);
    // What others did since stays, and is told of.
    await call(web.testApp, `PATCH /cases/${caseIds[0]}`, { body: { priorityId: 4 } });
    await told(page).getByRole('button', { name: 'Undo' }).click();
    await progress(page).waitFor({ state: 'attached' });
    await performPortion();
    await told(page).getByText(`${PORTION} of ${MANY}`).waitFor(patience);
    await perform();
    await told(page).getByText('1 case stays as it is: it was changed since.').waitFor(patience);
    await told(page)
      .getByText(`${MANY - 1} cases are what they were before.`)
      .waitFor();
    expect(await countOf('tag:before priority:Low')).toBe(0);
  });

  it('is cancelled, by keyboard, and what was changed until then is taken back', async () => {
    const page = await selectAll('tag:before is:open');
    await begin(page, 'High');
    await performPortion();
    await told(page).getByText(`${PORTION} of ${MANY}`).waitFor(patience);
    await press(page, told(page).getByRole('button', { name: 'Cancel', exact: true }));
    await told(page).getByText('Cancelled').waitFor(patience);
    await told(page).getByText(`${PORTION} cases were changed.`).waitFor();
    await perform();
    expect(await countOf('tag:before priority:High')).toBeLessThanOrEqual(PORTION + 1);
    await press(page, told(page).getByRole('button', { name: 'Undo' }));
    await page.getByText('The change was taken back.').waitFor(patience);
    const revert = told(page).filter({ hasText: 'taken back' });
    await revert.getByRole('button', { name: 'Close' }).click();
    await told(page).waitFor({ state: 'detached' });
    // Whoever loads the page anew is not told again.
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(await countOf('tag:before priority:High')).toBeLessThanOrEqual(1);
  });
});
