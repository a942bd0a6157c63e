import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { performImports } from '../../src/features/cases/import/perform-imports.ts';
import { type ApiAnswer, call } from './api.ts';
import type { TestApp } from './test-app.ts';
import { BOUNDARY, bodyOf } from './uploads.ts';

interface Upload {
  readonly content: string | Buffer;
  readonly name?: string;
  /** The rest of the address. */
  readonly query?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Begins an import into the first space. */
export const beginImport = async (testApp: TestApp, { content, name = 'cases.csv', ...upload }: Upload) => {
  const { query = 'spaceId=1', key = SANDBOX_KEY, headers = {} } = upload;
  const response = await testApp.app.inject({
    method: 'POST',
    url: `/api/v1/imports?${query}`,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      ...headers,
    },
    payload: bodyOf([{ name, content }]),
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() } satisfies ApiAnswer;
};

/** Begins an import and lets the job come to an end with it; answers how it ended, and what was refused. */
export const importFile = async (testApp: TestApp, upload: Upload) => {
  const begun = await beginImport(testApp, upload);
  if (begun.status !== 202) throw new Error(`The import was refused: ${JSON.stringify(begun.body)}`);
  await performImports.run(testApp.operator);
  const key = upload.key === undefined ? {} : { key: upload.key };
  const { body: ended } = await call(testApp, `GET /imports/${begun.body.id}`, key);
  const { body: refusals } = await call(testApp, `GET /imports/${begun.body.id}/refusals`, key);
  return { ended, refusals: refusals.items };
};
