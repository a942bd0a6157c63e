import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spaceVisibilities } from '../../../src/features/spaces/space.ts';
import { rights } from '../../../src/kernel/permissions.ts';
import { tables } from '../../../src/platform/database/erase.ts';
import { mailSettings } from '../../support/mailing-app.ts';
import { dialects, startTestApp, type TestApp } from '../../support/test-app.ts';
import { people } from '../cast.ts';
import { narrowings, type Situation } from '../situation.ts';
import { aboutCases, creatingCases } from './about-cases.ts';
import { aboutComments } from './about-comments.ts';
import { aboutOwners, aboutPeople } from './about-people.ts';
import { aboutSpaces } from './about-spaces.ts';
import { type Address, attempt, operationsOf } from './attempt.ts';
import { type Stage, setStage } from './stage.ts';
import type { Trial } from './trial.ts';

/** Operations that are tried elsewhere, and why not here. */
const triedElsewhere: Readonly<Record<string, string>> = {
  createSession: 'signing in needs no key: src/features/keys/sessions.routes.test.ts',
  requestPasswordLink: 'asking for a password needs no key: src/features/mails/mails.routes.test.ts',
  streamEvents: 'its answer does not end: src/features/events/event-stream.test.ts asks for it',
};

const owned = [...aboutCases, ...aboutComments, ...aboutOwners];
const inSpaces = [...creatingCases, ...aboutSpaces];
const all = [...owned, ...inSpaces, ...aboutPeople];

describe.each(dialects)('who may do what through the new API, on %s', (dialect) => {
  let testApp: TestApp;
  let stage: Stage;
  let operations: ReadonlyMap<string, Address>;
  beforeAll(async () => {
    testApp = await startTestApp(dialect, { settings: mailSettings() });
    operations = await operationsOf(testApp);
    stage = await setStage(testApp);
  });
  afterAll(async () => {
    expect(testApp.logged()).not.toContain('defect');
    await testApp.close();
  });

  /** What every write leaves behind, in any table. */
  const everything = async (): Promise<unknown> => {
    const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
    const [counted] = await testApp.rows(
      `select ${counts.join(', ')}, (select sum(revision) from cases) as revisions, (select sum(total) from bulk_changes) as total`,
    );
    return counted;
  };

  /** Tries all of them and compares with their laws; afterwards everything is as it was. */
  const walk = async (situation: Situation, trials: readonly Trial[], key: string): Promise<void> => {
    const target = stage.targetOf(situation.visibility, situation.person, situation.own);
    const before = await everything();
    const surprises: string[] = [];
    for (const trial of trials) {
      const address = operations.get(trial.operation);
      if (address === undefined) throw new Error(`There is no operation ${trial.operation}.`);
      const foreseen = trial.law(situation);
      const outcome = await attempt(testApp, { trial, address, key, target, isAllowed: foreseen === 'done' });
      if (outcome !== foreseen) surprises.push(`${trial.operation} ${trial.how ?? ''}: ${outcome}, not ${foreseen}`);
    }
    expect(surprises).toEqual([]);
    expect(await everything()).toEqual(before);
  };

  it('every operation of the document is tried', () => {
    const tried = new Set([...all.map(({ operation }) => operation), ...Object.keys(triedElsewhere)]);
    expect([...operations.keys()].filter((id) => !tried.has(id))).toEqual([]);
    expect([...tried].filter((id) => !operations.has(id))).toEqual([]);
  });

  const everybody = spaceVisibilities.flatMap((visibility) => people.map((person) => ({ visibility, person })));

  it.each(everybody)('$person in a $visibility space, with things of their own and of others', async (place) => {
    const key = stage.keys[place.person];
    await walk({ ...place, own: true }, [...owned, ...inSpaces], key);
    await walk({ ...place, own: false }, owned, key);
  });

  it.each(people)('%s, as far as people go', async (person) => {
    for (const own of [true, false]) {
      await walk({ person, own, visibility: 'private' }, aboutPeople, stage.keys[person]);
    }
  });

  it.each(narrowings)('a key with $name, of an agent', async ({ rights: allowed }) => {
    const own = allowed.length < rights.length / 2;
    const key = await stage.narrowedKey('agent', { rights: allowed });
    await walk({ person: 'agent', visibility: 'private', rights: allowed, own }, all, key);
  });

  it('a key has no right that its user does not have', async () => {
    const situation = { person: 'contributor', visibility: 'private', rights, own: true } as const;
    await walk(situation, all, await stage.narrowedKey('contributor', { rights }));
  });

  it.each(['administrator', 'manager'] as const)('a key for one space, of a %s', async (person) => {
    const visibilities = ['isolated'] as const;
    const key = await stage.narrowedKey(person, { visibilities });
    for (const visibility of spaceVisibilities) {
      await walk({ person, visibility, own: true, visibilities }, all, key);
      await walk({ person, visibility, own: false, visibilities }, owned, key);
    }
  });
});
