import { describe, expect, it } from 'vitest';
import { calls } from './calls.ts';
import { callsOfPage, page } from './protocol/page.ts';
import { findPage, notInEntries, notOnPage, uncovered } from './protocol/page-coverage.ts';

const entries = Object.keys(page);

/** A reference in small, as the real one is written. */
const smallPage = [
  '## 1. Conventions of every call',
  '| topic | rule |',
  '| --- | --- |',
  '| base path | `/api/…` |',
  '## 2. Update case',
  '| body property | type | meaning |',
  '| --- | --- | --- |',
  '| IssueTitle | string | title |',
  '- at least one known property;',
  '## 3. The other calls',
  '| call | answer |',
  '| --- | --- |',
  '| `GET /api/cases/{id}` | one case |',
  '| `GET`, `DELETE /api/content/{id}/likes?entitytype=19` | likes |',
].join('\n');

describe('the reference is walked as a whole:', () => {
  it('every call, convention and rule has an exchange', () => {
    expect(uncovered(entries, calls)).toEqual([]);
  });

  it('our list of it is complete, where the reference is at hand', async () => {
    const text = await findPage();
    const missing = text === undefined ? [] : [...notInEntries(text, page), ...notOnPage(text, page)];
    expect(missing).toEqual([]);
  });
});

describe('it would be seen', () => {
  it('that a call has no exchange', () => {
    const without = calls.filter(({ call }) => call !== 'GET /api/search');
    expect(uncovered(entries, without)).toEqual(['GET /api/search']);
  });

  it('that a call has refusals only', () => {
    const refusalsOnly = calls.map(({ call, exchanges }) => ({
      call,
      exchanges: call === 'GET /api/search' ? exchanges.filter(({ status }) => status !== 200) : exchanges,
    }));
    expect(uncovered(Object.keys(callsOfPage), refusalsOnly)).toEqual(['GET /api/search']);
  });

  it('that a rule has no exchange', () => {
    expect(uncovered([...entries, 'a rule nobody tries'], calls)).toEqual(['a rule nobody tries']);
  });

  it('that the reference has a call, a convention, a property or a rule that we do not know', () => {
    expect(notInEntries(smallPage, page)).toEqual([]);
    const grown = smallPage
      .replace('| base path', '| caching | never |\n| base path')
      .replace('| IssueTitle', '| IssueColour | string | its colour |\n| IssueTitle')
      .replace('- at least', '- colours are named in English;\n- at least')
      .concat('\n| `GET /api/cases/{id}/colours`, `POST`, `PUT /api/colours` | colours |');
    expect(notInEntries(grown, page)).toEqual([
      '| caching | never |',
      '| IssueColour | string | its colour |',
      '- colours are named in English;',
      'GET /api/cases/{id}/colours',
      'POST /api/colours',
      'PUT /api/colours',
    ]);
  });

  it('that the reference has lost what our list names', () => {
    const { 'base path': basePath, 'GET /api/search': search } = page;
    expect(notOnPage(smallPage, { basePath, search })).toEqual(['search']);
  });
});
