import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SpaceVisibility, spaceVisibilities } from '../../src/features/spaces/space.ts';
import { rights } from '../../src/kernel/permissions.ts';
import { traces } from '../support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../support/test-app.ts';
import { type Person, people, type Stage, setStage } from './cast.ts';
import { expected, narrowings, type Situation } from './situation.ts';
import { askPermissions, likes, readsInternal, type Target, type Verb, verbs } from './verbs.ts';

/** A case cannot be created in a space that one does not see either: then the space is not among those to choose from. */
const expectedOf = (situation: Situation, { name, needs }: Verb): string => {
  const outcome = expected(situation, needs(situation.own));
  return `${name}: ${outcome === 'not there' && name.startsWith('creates') ? 'refused by the space' : outcome}`;
};

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let stage: Stage;
  const targets = new Map<string, Target>();
  const targetFor = (visibility: SpaceVisibility, person: Person, own: boolean): Target => {
    const target = targets.get(`${visibility} ${person} ${own}`);
    if (target === undefined) throw new Error('There is such a case for everybody.');
    return target;
  };
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    stage = await setStage(testApp);
    for (const visibility of spaceVisibilities) {
      for (const person of people) {
        const places = { true: person, false: 'somebody else' } as const;
        for (const own of [true, false]) {
          targets.set(`${visibility} ${person} ${own}`, await stage.newTarget(visibility, places[`${own}`]));
        }
      }
    }
    await stage.raiseCurtain();
  });
  afterAll(() => testApp.close());

  /** What is there as long as nobody has written. */
  let unchanged: unknown;
  /** Tries a verb; whatever is refused must have written nothing. */
  const outcomeOf = async ({ tryIt }: Pick<Verb, 'tryIt'>, key: string, target: Target): Promise<string> => {
    const before = unchanged ?? (await traces(testApp));
    unchanged = undefined;
    const outcome = await tryIt(testApp, key, target).catch((error: unknown) => {
      if (
        /^Nobody expects this: 400 .*SpaceID must be a space that you can see/u.test(String((error as Error).message))
      ) {
        return 'refused by the space';
      }
      throw error;
    });
    if (outcome === 'done') return outcome;
    expect([outcome, await traces(testApp)]).toEqual([outcome, before]);
    unchanged = before;
    return outcome;
  };

  const walk = async (situation: Situation, key: string, target: Target): Promise<void> => {
    unchanged = undefined;
    const may = await askPermissions(testApp, key, target);
    const internal = await readsInternal(testApp, key, target);
    const liked = await outcomeOf({ tryIt: likes }, key, target);
    const outcomes: string[] = [];
    for (const verb of verbs) {
      const outcome = await outcomeOf(verb, key, target);
      outcomes.push(`${verb.name}: ${outcome}`);
      if (verb.permission !== undefined) {
        expect([verb.name, may?.(verb.permission) === true]).toEqual([verb.name, outcome === 'done']);
      }
    }
    expect(outcomes).toEqual(verbs.map((verb) => expectedOf(situation, verb)));
    expect(may !== undefined).toBe(expected(situation, []) === 'done');
    const hidden = expected(situation, ['InternalComments']);
    expect(internal).toBe(hidden.startsWith('missing') ? 'not there' : hidden);
    const mayLike = situation.rights?.includes('CreateComment') ?? true;
    expect(liked).toBe(mayLike ? expected(situation, []) : expected(situation, ['CreateComment']));
  };

  const everybody = spaceVisibilities.flatMap((visibility) => people.map((person) => ({ visibility, person })));

  it.each(everybody)('$person in a $visibility space, with cases of their own and of others', async (place) => {
    const key = stage.keys[place.person];
    for (const own of [true, false]) {
      await walk({ ...place, own }, key, targetFor(place.visibility, place.person, own));
    }
  });

  it.each(narrowings)('a key with $name, of an agent', async ({ rights: allowed }) => {
    const key = await stage.narrowedKey('agent', { rights: allowed });
    for (const own of [true, false]) {
      const target = await stage.newTarget('private', own ? 'agent' : 'somebody else');
      await walk({ person: 'agent', visibility: 'private', own, rights: allowed }, key, target);
    }
  });

  it('a key has no right that its user does not have', async () => {
    const key = await stage.narrowedKey('contributor', { rights });
    const target = await stage.newTarget('private', 'contributor');
    await walk({ person: 'contributor', visibility: 'private', own: true, rights }, key, target);
  });

  it.each(['administrator', 'agent'] as const)(
    'a key for one space, of an %s: the others are not there',
    async (person) => {
      const visibilities = ['isolated'] as const;
      const key = await stage.narrowedKey(person, { visibilities });
      for (const visibility of spaceVisibilities) {
        const target = await stage.newTarget(visibility, 'somebody else');
        await walk({ person, visibility, own: false, visibilities }, key, target);
      }
    },
  );
});
