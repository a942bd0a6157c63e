import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take a minute and longer, the longest first. Where nothing is known of an earlier run, as on a machine that
 * is new, one that begins as the last would let all others wait for it.
 */
const LONGEST = [
  'test/e2e/accessibility-openings.test.ts',
  'test/e2e/accessibility-desktop.test.ts',
  'test/e2e/accessibility-phone.test.ts',
  'test/crash/crash.test.ts',
  'test/permissions/v1/v1-matrix.test.ts',
  'test/doors/doors.test.ts',
  'test/hostile/absurd-values.test.ts',
  'test/e2e/keyboard-cases.test.ts',
  'test/e2e/keyboard-places.test.ts',
  'test/crash/bulk.test.ts',
  'test/program/first-start.test.ts',
];

/** In which order files are tested: known to be long, then browsers, then as Vitest would. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

const placeOf = ({ moduleId }: TestSpecification): number => {
  const known = LONGEST.findIndex((file) => moduleId.endsWith(file));
  if (known !== -1) return known;
  return moduleId.includes('/e2e/') ? LONGEST.length : LONGEST.length + 1;
};
