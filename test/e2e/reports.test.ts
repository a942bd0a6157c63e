import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('milestones and reports of a space', () => {
  const web = useWebTest();

  it('show how far each milestone is, and how it came there', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1');
    await page
      .getByRole('navigation', { name: 'Pages of this space' })
      .getByRole('link', { name: 'Milestones' })
      .click();
    const milestone = page.getByRole('region', { name: 'Web Shop' }).getByRole('article', { name: 'Autumn release' });
    const told = (await milestone.getByText(/cases closed/u).textContent()) ?? '';
    const [, closed, total, percent] = /^(\d+) of (\d+) cases closed \((\d+) %\)$/u.exec(told) ?? [];
    expect(await milestone.getByRole('progressbar').getAttribute('aria-valuenow')).toBe(percent);
    await milestone.getByRole('button', { name: 'Burn-up of Autumn release' }).focus();
    await page.keyboard.press('Enter');
    await milestone.getByText('As a table').click();
    const last = milestone.getByRole('table', { name: 'Burn-up of Autumn release' }).getByRole('row').last();
    expect(await last.getByRole('cell').allTextContents()).toEqual([total, closed]);
  });

  it('count what a query means, as tables and as files', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1/reports?q=priority:High');
    const card = page.getByRole('region', { name: 'Open by status' });
    await card.getByText('As a table').click();
    const cells = await card.getByRole('table').getByRole('cell').allTextContents();
    const query = encodeURIComponent('priority:High space:1 is:open');
    const response = await page.request.get(`/api/v1/cases/counts?groupBy=statusId&query=${query}`);
    const { items } = (await response.json()) as { items: { count: number }[] };
    expect(cells).toEqual(items.map(({ count }) => String(count)));
    const saved = page.waitForEvent('download');
    await card.getByRole('button', { name: 'Save “Open by status” as CSV' }).click();
    const [head, ...rows] = (await readFile(await (await saved).path(), 'utf8')).trimEnd().split('\r\n');
    expect(head).toBe('Status,Cases');
    expect(rows.map((row) => row.split(',').at(-1))).toEqual(cells);
  });

  it('follow what happens while they are looked at', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1/reports');
    const card = page.getByRole('region', { name: 'Created against closed' });
    await card.getByText('As a table').click();
    const today = card.getByRole('table').getByRole('row').last().getByRole('cell').first();
    const before = Number(await today.textContent());
    const made = await page.request.post('/api/v1/cases', {
      headers: { origin: web.url },
      data: { spaceId: 1, projectId: 1, title: 'Counted at once' },
    });
    expect(made.status()).toBe(201);
    await today.filter({ hasText: String(before + 1) }).waitFor();
  });
});
