import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.ts';

describe('the reference', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp('sqlite');
  });
  afterAll(() => testApp.close());

  const get = (url: string, headers: Record<string, string> = {}) => testApp.app.inject({ url, headers });

  it('answers the committed document without a key, and 304 to whoever has it', async () => {
    const { statusCode, headers, body } = await get('/openapi.json');
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body).toBe(readFileSync('docs/api/openapi.json', 'utf8'));
    const again = await get('/openapi.json', { 'if-none-match': String(headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('/openapi.json', { 'if-none-match': 'W/"another"' })).statusCode).toBe(200);
  });

  it('has a page whose every address is on this server, and a policy that allows no others', async () => {
    const { statusCode, headers, body } = await get('/docs/api');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/u);
    const addresses = [...body.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address = '']) => address);
    expect(addresses).toContain('/docs/api/scalar.js');
    for (const address of addresses) {
      expect(address).toMatch(/^\/\w/u);
      expect([address, (await get(address)).statusCode]).toEqual([address, 200]);
    }
  });

  it('begins with the pages for newcomers, whose links lead to where they are on the page', async () => {
    const { description } = (await get('/openapi.json')).json().info;
    for (const name of ['README.md', 'queries.md']) {
      const headings = readFileSync(`docs/api/${name}`, 'utf8').match(/^##? .*$/gmu) ?? [];
      expect(headings.length).toBeGreaterThan(3);
      for (const heading of headings) expect(description).toContain(`\n${heading}\n`);
    }
    const links = [...description.matchAll(/\]\(([^)]*)\)/gu)].map(([, address]) => address);
    expect(links).toContain('#description/queries');
    expect(links.filter((address) => !address.startsWith('#description/'))).toEqual([]);
  });

  it('sends its script compressed to whoever reads that, as small as they read it', async () => {
    const asked = [undefined, 'identity', 'gzip', 'gzip, deflate, br', 'br;q=0, gzip;q=0.5', 'BR', 'gzip;q=0'];
    const answers = await Promise.all(
      asked.map((accepted) =>
        get('/docs/api/scalar.js', accepted === undefined ? {} : { 'accept-encoding': accepted }),
      ),
    );
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([
      ...[undefined, undefined, 'gzip'],
      ...['br', 'gzip', 'br', undefined],
    ]);
    const [plain = 0, , zipped = 0, smallest = 0] = answers.map(({ rawPayload }) => rawPayload.length);
    expect(zipped).toBeLessThan(plain / 2);
    expect(smallest).toBeLessThan(zipped);
  });
});
