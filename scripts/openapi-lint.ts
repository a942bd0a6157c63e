// The document against the recommended rules of Redocly, warnings included. Each run plants a fault and fails when it is
// not caught. Source: redocly.com, built-in rules.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString, type NormalizedProblem } from '@redocly/openapi-core';

const DOCUMENT = 'docs/api/openapi.json';
const root = join(import.meta.dirname, '..');
const config = await createConfig({ extends: ['recommended'] });

const problemsOf = (source: string): Promise<NormalizedProblem[]> =>
  lintFromString({ source, config, absoluteRef: join(root, DOCUMENT) });

const source = readFileSync(join(root, DOCUMENT), 'utf8');
const { paths, ...rest } = JSON.parse(source);
const [[path, operations]] = Object.entries(paths) as [[string, Record<string, object>]];
const [[method, operation]] = Object.entries(operations) as [[string, object]];
/** An operation without answers. */
const planted = { ...paths, [path]: { ...operations, [method]: { ...operation, responses: {} } } };

const problems = await problemsOf(source);
for (const { ruleId, message, location } of problems) {
  console.error(`${DOCUMENT}${location[0]?.pointer ?? ''}: ${message} (${ruleId})`);
}
if ((await problemsOf(JSON.stringify({ ...rest, paths: planted }))).length <= problems.length) {
  console.error('An operation without answers was planted and not caught.');
  process.exitCode = 1;
}
if (problems.length > 0) process.exitCode = 1;
