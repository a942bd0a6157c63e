import { deepEqual } from 'node:assert/strict';
import { openPlatform } from '../src/app/open-platform.ts';
import { fill, fillByVerbs } from './fill.ts';
import type { DatabaseSettings, TestBed } from './test-bed.ts';
import type { Markup } from './words.ts';

const CASES = 50;

const tables = {
  cases: 'id',
  case_tags: 'case_id, position',
  case_recipients: 'case_id, position',
  case_history: 'id',
  events: 'id',
};

/** Throws unless loading in bulk leaves the same rows and finds the same words as creating each case by its verb. */
export const verifyFill = async (bed: TestBed, markup: Markup): Promise<void> => {
  const [bulk, verbs] = [await bed.create('bulk'), await bed.create('verbs')];
  await fill({ settings: bulk, caseCount: CASES, markup });
  await fillByVerbs({ settings: verbs, caseCount: CASES, markup });
  deepEqual(await rowsOf(bulk), await rowsOf(verbs), 'Loading in bulk leaves other rows than the verbs do.');
};

const rowsOf = async (settings: DatabaseSettings): Promise<unknown> => {
  const { database } = await openPlatform({ settings });
  const rows: unknown[] = [];
  for (const [table, order] of Object.entries(tables)) {
    const all = await database.reader.run(`select * from ${table} order by ${order}`, []);
    // When something was recorded differs, and on PostgreSQL whether the log was read since.
    rows.push(all.map(({ at: _at, position: _position, ...row }) => row));
  }
  await database.close();
  return rows;
};
