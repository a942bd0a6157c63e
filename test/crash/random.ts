const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;
const RANGE = 2 ** 32;

/** Numbers that look random and are the same for the same seed (Numerical Recipes' linear congruential generator). */
export const randomFrom = (seed: number): ((least: number, most: number) => number) => {
  let state = seed >>> 0;
  return (least, most) => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return least + Math.floor((state / RANGE) * (most - least + 1));
  };
};

/** The seed of this run: the one given, to repeat a run, or a new one. */
export const seedOfRun = (): number => Number(process.env['CASEKEEP_TEST_SEED'] ?? Date.now() % 1_000_000);
