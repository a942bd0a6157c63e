import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../../app/fill-sandbox.ts';

describe.each(dialects)('long answers on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(() => test.close());

  const get = (path: string, accepted?: string) =>
    test.app.inject({
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${SANDBOX_KEY}`, ...(accepted && { 'accept-encoding': accepted }) },
    });
  const LIST = '/cases?limit=50';

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('are compressed for who reads %s', async (accepted, encoding, read) => {
    const [plain, compressed] = [await get(LIST), await get(LIST, accepted)];
    expect(compressed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(read(compressed.rawPayload).toString()).toBe(plain.payload);
    expect(compressed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    expect(compressed.headers['content-length']).toBe(String(compressed.rawPayload.length));
  });

  it.each([[undefined], ['identity'], ['br;q=0, gzip;q=0']])(
    'are sent as they are to who reads %s',
    async (accepted) => {
      const { headers, payload } = await get(LIST, accepted);
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers.vary).toBe('accept-encoding');
      expect(JSON.parse(payload).items).toHaveLength(50);
    },
  );

  it('are sent as they are when they are short, or have an entity tag', async () => {
    const short = await get('/cases?limit=1&fields=id', 'gzip');
    expect([short.headers['content-encoding'], short.headers.vary]).toEqual([undefined, undefined]);
    const { statusCode } = await test.app.inject({
      method: 'PATCH',
      url: '/api/v1/cases/2304',
      headers: { authorization: `Bearer ${SANDBOX_KEY}` },
      payload: { description: 'long '.repeat(2_000) },
    });
    expect(statusCode).toBe(200);
    const tagged = await get('/cases/2304', 'gzip');
    expect(tagged.headers.etag).toBeDefined();
    expect(tagged.payload.length).toBeGreaterThan(8_000);
    expect(tagged.headers['content-encoding']).toBeUndefined();
  });
});
