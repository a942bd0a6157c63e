import { describe, expect, it } from 'vitest';
import { xssVectors } from '../support/xss-vectors.ts';
import { useWebTest } from './use-web-test.ts';

/** Whatever a vector would call, and whatever it would load, is noted. */
const TRAP = `
  window.trapped = [];
  window.alert = (...what) => window.trapped.push(what);
  window.msgbox = window.alert;
`;

describe('texts with programs in them', () => {
  const web = useWebTest('sqlite', { excused: /Failed to load resource/u });

  it('run nothing and load nothing when they are shown, pasted, or looked at as files', async () => {
    const page = await web.open('admin', '/cases');
    const outside: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(web.url).host) outside.push(request.url());
    });
    await page.addInitScript(TRAP);
    const asked = { headers: { origin: web.url } };
    const body = { title: `Programs ${xssVectors[0]}`, description: xssVectors.join('<p>'), spaceId: 1, projectId: 1 };
    const made = await page.request.post('/api/v1/cases', { ...asked, data: body });
    expect([await made.text(), made.status()]).toEqual([expect.anything(), 201]);
    const { id } = (await made.json()) as { id: number };
    for (const text of xssVectors) {
      const said = await page.request.post(`/api/v1/cases/${id}/comments`, { ...asked, data: { text } });
      // A few are nothing at all when what is dangerous is taken away.
      expect([text, said.status()]).toEqual([text, said.status() === 400 ? 400 : 201]);
    }
    for (const [name, content] of Object.entries(FILES)) {
      const multipart = { file: { name, mimeType: 'image/png', buffer: Buffer.from(content) } };
      const sent = await page.request.post(`/api/v1/cases/${id}/attachments`, { ...asked, multipart });
      expect([await sent.text(), sent.status()]).toEqual([expect.anything(), 201]);
    }
    await page.goto(`/cases/${id}`);
    const files = page.getByRole('region', { name: 'Files' });
    await files.getByRole('article').last().waitFor();
    await page.getByRole('article').nth(50).waitFor();
    expect(await files.locator('img').count()).toBe(0);
    for (const name of Object.keys(FILES)) {
      const address = await files.getByRole('link', { name }).getAttribute('href');
      const { 'content-disposition': disposition } = (await page.request.get(address ?? '')).headers();
      expect([name, disposition]).toEqual([name, expect.stringMatching(/^attachment/u)]);
    }
    await page.getByRole('button', { name: 'Say something about this case' }).click();
    const field = page.getByRole('textbox', { name: 'Comment' });
    await field.waitFor();
    for (const html of xssVectors) {
      await field.evaluate(
        `(field, html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', html);
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }`,
        html,
      );
    }
    // Whatever was to happen by itself happens when it is in sight, or when it is focused.
    await page.mouse.wheel(0, 20_000);
    await page.evaluate('new Promise((done) => setTimeout(done, 500))');
    expect(await page.evaluate('window.trapped')).toEqual([]);
    expect(outside).toEqual([]);
    expect(await page.locator('main script, main iframe, main object, main embed, main form[action]').count()).toBe(0);
    // The policy of the page had nothing to keep out, either.
    expect(web.complaints.filter((each) => /Content Security Policy/u.test(each))).toEqual([]);
  });
});

/** What is no picture, whatever it says. */
const FILES = {
  'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
  'picture.png': '<html><script>alert(1)</script></html>',
} as const;
