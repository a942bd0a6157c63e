import type { TestApp } from '../support/test-app.ts';
import type { Abilities, Door } from './door.ts';
import { leftBy, type Traces, type WatchedApp } from './traces.ts';

/** A change that is made through all doors that can make it, each time on a subject of its own. */
export interface Change {
  readonly name: string;
  readonly ability: keyof Abilities;
  /** Whether it is refused, or changes what is so already: then nothing is left. */
  readonly leavesNothing: boolean;
  readonly makeThrough: (testApp: WatchedApp, door: Door) => Promise<Traces>;
}

interface Plan<Ability extends keyof Abilities, Subject> {
  readonly ability: Ability;
  readonly leavesNothing?: boolean;
  readonly prepare: (testApp: TestApp) => Promise<Subject>;
  readonly make: (ability: Abilities[Ability], subject: Subject) => Promise<void>;
}

/** A change by this name. */
export const change = <Ability extends keyof Abilities, Subject>(
  name: string,
  { ability, leavesNothing = false, prepare, make }: Plan<Ability, Subject>,
): Change => ({
  ...{ name, ability, leavesNothing },
  makeThrough: (testApp, door) => {
    const able = door.can[ability];
    if (able === undefined) throw new Error(`${door.title} cannot make this change: ${name}`);
    const plan = {
      prepare: () => prepare(testApp),
      make: (subject: Subject) => make(able as Abilities[Ability], subject),
    };
    return leftBy({ testApp, door }, plan);
  },
});
