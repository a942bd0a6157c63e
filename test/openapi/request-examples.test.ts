import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_ROOT } from '../../src/app/api-routes.ts';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { mailSettings } from '../support/mailing-app.ts';
import { dialects, startTestApp, type TestApp } from '../support/test-app.ts';
import { PIXEL } from '../support/uploads.ts';
import { makeWhatItIsAbout } from './made-for-examples.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
}

interface Documented {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;
  };
}

const document = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'));
const paths: Readonly<Record<string, Readonly<Record<string, Documented>>>> = document.paths;

/** Everything of the new API that changes something. */
const writes = Object.entries(paths)
  .filter(([path]) => path.startsWith(API_ROOT))
  .flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, ...operation })),
  );
type Write = (typeof writes)[number];

/** What has no dry run, and is done for good when it is tried: at the end. */
const withoutDryRun = ['createSession', 'changePassword', 'requestPasswordLink'];
const isDoneForGood = ({ operationId }: Write): boolean => withoutDryRun.includes(operationId);

const FORM_TYPE = 'multipart/form-data; boundary=x';
const FORM =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="cases.csv"\r\n\r\n' +
  'title,project\r\nFrom a file,Web Shop\r\n\r\n--x--\r\n';

const PICTURE = Buffer.concat([
  Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="me.gif"\r\n\r\n'),
  PIXEL,
  Buffer.from('\r\n--x--\r\n'),
]);

const bodyOf = ({ requestBody, operationId }: Write) => {
  const [[type = '', content = undefined] = []] = Object.entries(requestBody?.content ?? {});
  if (type === '') return {};
  if (type.startsWith('multipart/')) {
    return { headers: { 'content-type': FORM_TYPE }, payload: operationId === 'setAvatar' ? PICTURE : FORM };
  }
  return { headers: { 'content-type': type }, payload: JSON.stringify(content?.example) };
};

const addressOf = ({ path, parameters, operationId }: Write, made: Readonly<Record<string, number>>): string => {
  const exampleOf = (name: string) => parameters.find((each) => each.name === name)?.example;
  const address = path.replace(/\{(\w+)\}/gu, (_, name) => String(made[name] ?? exampleOf(name)));
  const query = new URLSearchParams(
    parameters
      .filter((each) => each.in === 'query' && each.required === true)
      .map(({ name, example }) => [name, String(example)]),
  );
  if (!withoutDryRun.includes(operationId)) query.set('dryRun', 'true');
  return `${address}?${query}`;
};

describe('the examples of bodies', () => {
  it('are there for each operation that reads one, but for files', () => {
    const without = writes.filter((each) => {
      const contents = Object.entries(each.requestBody?.content ?? {});
      return contents.some(([type, { example }]) => example === undefined && !type.startsWith('multipart/'));
    });
    expect(without.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('fulfil the schemas beside which they stand', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv, ['date-time', 'date', 'uri', 'uri-reference', 'email']);
    ajv.addSchema(JSON.parse(JSON.stringify(document).replaceAll('"#/', '"document#/')), 'document');
    for (const { operationId, requestBody } of writes) {
      for (const { schema, example } of Object.values(requestBody?.content ?? {})) {
        if (example === undefined) continue;
        const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')));
        validate(example);
        expect([operationId, validate.errors]).toEqual([operationId, null]);
      }
    }
  });
});

describe.each(dialects)('the example of an operation that changes something, on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect, { settings: mailSettings() });
  });
  afterAll(() => testApp.close());

  it.each([...writes.filter((write) => !isDoneForGood(write)), ...writes.filter(isDoneForGood)])(
    'is accepted by a fresh sandbox, with what it is about: $operationId',
    async (write) => {
      const made = await makeWhatItIsAbout(testApp, write.operationId);
      const { headers, payload } = bodyOf(write);
      const { statusCode, body } = await testApp.app.inject({
        method: write.method as NonNullable<InjectOptions['method']>,
        url: addressOf(write, made),
        headers: { authorization: `Bearer ${SANDBOX_KEY}`, ...headers },
        ...(payload === undefined ? {} : { payload }),
      } as InjectOptions);
      const isAccepted = statusCode >= 200 && statusCode < 300;
      expect([isAccepted, isAccepted || body]).toEqual([true, true]);
    },
  );
});
