import { createProject } from '../../src/features/choices/create-project.ts';
import { createKey } from '../../src/features/keys/create-key.ts';
import { addMember } from '../../src/features/spaces/add-member.ts';
import { createSpace } from '../../src/features/spaces/create-space.ts';
import { removeMember } from '../../src/features/spaces/remove-member.ts';
import { type SpaceVisibility, spaceVisibilities } from '../../src/features/spaces/space.ts';
import { getConfiguration } from '../../src/features/spaces/space-configuration.ts';
import { createUser } from '../../src/features/users/create-user.ts';
import { deactivateUser } from '../../src/features/users/deactivate-user.ts';
import { getUserByName } from '../../src/features/users/find-user.ts';
import type { Right, SpaceRole } from '../../src/kernel/permissions.ts';
import { newCase } from '../support/cases.ts';
import { newComment } from '../support/comments.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Target } from './verbs.ts';

/** Everybody there can be, and the role that each has in all spaces; an administrator is a member of none. */
export const cast = {
  administrator: undefined,
  manager: 'manager',
  agent: 'agent',
  contributor: 'contributor',
  viewer: 'viewer',
  nobody: 'viewer',
  deactivated: 'agent',
} as const satisfies Readonly<Record<string, SpaceRole | undefined>>;

export type Person = keyof typeof cast;
export const people = Object.keys(cast) as Person[];

/** Narrows a key. */
export interface Narrowing {
  readonly rights?: readonly Right[];
  readonly visibilities?: readonly SpaceVisibility[];
}

/** A stage with a space of each visibility, and everybody on it. */
export interface Stage {
  readonly keys: Readonly<Record<Person, string>>;
  narrowedKey(person: Person, narrowing: Narrowing): Promise<string>;
  /** A new case with an internal comment, reported by this person or by somebody else. */
  newTarget(visibility: SpaceVisibility, reporter: Person | 'somebody else'): Promise<Target>;
  /** Nobody leaves, and one is deactivated: from here on they are what they are called. */
  raiseCurtain(): Promise<void>;
}

/** Sets the stage on a server with the example data. */
export const setStage = async (testApp: TestApp): Promise<Stage> => {
  const { operator } = testApp;
  const userIds = {} as Record<Person, number>;
  const keys = {} as Record<Person, string>;
  for (const person of people) {
    const role = person === 'administrator' ? 'administrator' : 'member';
    userIds[person] = await createUser(operator, { username: `the.${person}`, role });
    keys[person] = await keyOf(testApp, person);
  }
  const spaceIds = {} as Record<SpaceVisibility, number>;
  for (const visibility of spaceVisibilities) {
    const spaceId = await createSpace(operator, { name: `The ${visibility} one`, visibility });
    spaceIds[visibility] = spaceId;
    await createProject(operator, { spaceId, title: 'The project' });
    for (const person of people) {
      const role = cast[person];
      if (role !== undefined) await addMember(operator, { spaceId, userId: userIds[person], role });
    }
  }
  return {
    keys,
    narrowedKey: (person, { rights, visibilities }) =>
      keyOf(testApp, person, { rights: rights ?? null, spaceIds: visibilities?.map((each) => spaceIds[each]) ?? null }),
    newTarget: (visibility, reporter) =>
      newTarget(testApp, spaceIds[visibility], reporter === 'somebody else' ? 1 : userIds[reporter]),
    raiseCurtain: async () => {
      for (const spaceId of Object.values(spaceIds)) await removeMember(operator, { spaceId, userId: userIds.nobody });
      await deactivateUser(operator, { username: 'the.deactivated' });
    },
  };
};

const keyOf = async (
  { operator }: TestApp,
  person: Person,
  scope: { readonly rights?: readonly Right[] | null; readonly spaceIds?: readonly number[] | null } = {},
): Promise<string> =>
  createKey(operator, { user: await getUserByName(operator, `the.${person}`), name: 'Matrix', ...scope });

const newTarget = async (testApp: TestApp, spaceId: number, reporterId: number): Promise<Target> => {
  const { projects, statuses, priorities } = await getConfiguration(testApp.operator, spaceId);
  const [projectId = 0] = projects.keys();
  const caseId = await newCase(testApp, {
    IssueTitle: 'The case',
    TagsCSV: 'Matrix',
    SpaceID: spaceId,
    ProjectID: projectId,
    ReportedByUserID: reporterId,
  });
  await newComment(testApp, { CommentText: 'Between us', IssueID: caseId, IsInternal: true });
  return {
    caseId,
    spaceId,
    projectId,
    otherStatusId: notDefault(statuses),
    otherPriorityId: notDefault(priorities),
  };
};

const notDefault = (choices: ReadonlyMap<number, { readonly isDefault: boolean }>): number =>
  [...choices].find(([, { isDefault }]) => !isDefault)?.[0] ?? 0;
