import { type SpaceVisibility, spaceVisibilities } from '../../src/features/spaces/space.ts';
import { type Right, rights, roleHasRight, type SpaceRole } from '../../src/kernel/permissions.ts';
import { cast, type Narrowing, type Person } from './cast.ts';

/** A key, and who holds it where. */
export interface Situation extends Narrowing {
  readonly person: Person;
  readonly visibility: SpaceVisibility;
  readonly own: boolean;
}

/** What a rule foresees: `done`, `not there`, `no key`, or `missing` and the right that the refusal names. */
export type Expected = 'done' | 'not there' | 'no key' | `missing ${Right}`;

/** What somebody is in a space: an administrator manages it, everybody sees it when it is public, and who left or was deactivated has no place in it. */
const roleIn = (visibility: SpaceVisibility, person: Person): SpaceRole | 'unseen' | 'no key' => {
  if (person === 'deactivated') return 'no key';
  if (person === 'administrator') return 'manager';
  if (person === 'nobody') return visibility === 'public' ? 'viewer' : 'unseen';
  return cast[person];
};

/**
 * What is expected, in four sentences. Who has no valid key can do nothing. Of what is in a space that one does not see,
 * nothing is there. What one sees one may read and like. All else needs the rights of the table, and of the key where it
 * is narrowed, and the first that is missing is named.
 */
export const expected = (situation: Situation, needs: readonly Right[]): Expected => {
  const { person, visibility, rights: allowed = rights, visibilities = spaceVisibilities } = situation;
  const role = roleIn(visibility, person);
  if (role === 'no key') return 'no key';
  if (role === 'unseen' || !visibilities.includes(visibility)) return 'not there';
  const missing = needs.find((right) => !(allowed.includes(right) && roleHasRight(role, right)));
  return missing === undefined ? 'done' : `missing ${missing}`;
};

/** Keys that are narrowed in every way in which their rights can be. */
export const narrowings = [
  { name: 'no right', rights: [] },
  ...rights.map((right) => ({ name: `no right but ${right}`, rights: [right] })),
  ...rights.map((right) => ({ name: `every right but ${right}`, rights: rights.filter((each) => each !== right) })),
] as const;
