import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { isObject, type JsonObject, mapValues } from './json.ts';
import { withoutUnusedComponents } from './used-components.ts';

/** The types of the client: what the operations with these paths take and answer. Source: heyapi.dev, TypeScript plugin. */
export const clientTypes = async (document: JsonObject): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'casekeep-client-'));
  try {
    await createClient({
      input: withoutExamples(document),
      output: { path: folder, entryFile: false },
      plugins: [{ name: '@hey-api/typescript' }],
      logs: { level: 'silent', file: false },
    });
    return await readFile(join(folder, 'types.gen.ts'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Types have no examples and say nothing of headers of answers; what the generator does not know, it complains about. */
const withoutExamples = (document: JsonObject): JsonObject =>
  withoutUnusedComponents(without(['examples', 'example', 'headers'], document) as JsonObject);

/** Without what stands under these keywords, but with properties of these names. */
const without = (keywords: readonly string[], value: unknown, isMap = false): unknown => {
  if (Array.isArray(value)) return value.map((each) => without(keywords, each));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => isMap || !keywords.includes(name));
  return mapValues(Object.fromEntries(kept), (each, name) => without(keywords, each, !isMap && name === 'properties'));
};
