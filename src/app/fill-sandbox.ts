import { createCase } from '../features/cases/create-case.ts';
import { createMilestone } from '../features/choices/create-milestone.ts';
import { createProject } from '../features/choices/create-project.ts';
import { createSection } from '../features/choices/create-section.ts';
import { createComment } from '../features/comments/create-comment.ts';
import { createKey } from '../features/keys/create-key.ts';
import { addMember } from '../features/spaces/add-member.ts';
import { createSpace } from '../features/spaces/create-space.ts';
import { getConfiguration } from '../features/spaces/space-configuration.ts';
import { createUser } from '../features/users/create-user.ts';
import { getUserByName } from '../features/users/find-user.ts';
import { takeOverPassword } from '../features/users/take-over-password.ts';
import type { Context } from '../platform/context.ts';
import {
  type ExampleCase,
  type ExampleDiscussion,
  type ExamplePerson,
  type ExampleProject,
  type ExampleSpace,
  exampleData,
} from './example-data/example-data.ts';
import { SANDBOX_PASSWORD_HASH, sandboxKeys } from './sandbox-access.ts';

/** The key that tests written against the sandbox use: base64 of `admin:` and a fixed UUID. */
export const SANDBOX_KEY = 'YWRtaW46MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw';

/** Writes the example data into an empty database, as part of the transaction. */
export const fillSandbox = async (tx: Context): Promise<void> => {
  for (const person of exampleData.people) await fillPerson(tx, person);
  for (const space of exampleData.spaces) await fillSpace(tx, space);
  for (const project of exampleData.projects) await fillProject(tx, project);
  for (const example of exampleData.cases) await fillCase(tx, example);
  for (const discussion of exampleData.discussions) await fillDiscussion(tx, discussion);
  await createKey(tx, { user: await getUserByName(tx, 'admin'), name: 'Sandbox', key: SANDBOX_KEY });
  for (const { username, key } of sandboxKeys) {
    await createKey(tx, { user: await getUserByName(tx, username), name: 'Sandbox', key });
  }
};

const fillPerson = async (tx: Context, person: ExamplePerson): Promise<void> => {
  const userId = await createUser(tx, person);
  await takeOverPassword(tx, { userId, passwordHash: SANDBOX_PASSWORD_HASH });
};

const fillSpace = async (tx: Context, { id, name, visibility, members }: ExampleSpace): Promise<void> => {
  await createSpace(tx, { id, name, visibility });
  for (const { userId, role } of members) await addMember(tx, { spaceId: id, userId, role });
};

const fillProject = async (tx: Context, { id, spaceId, title, sections, milestones }: ExampleProject) => {
  await createProject(tx, { id, spaceId, title });
  for (const section of sections) await createSection(tx, { ...section, projectId: id });
  for (const { dueDate, ...milestone } of milestones) {
    await createMilestone(tx, { ...milestone, projectId: id, dueAt: Date.parse(dueDate) });
  }
};

const fillCase = async (tx: Context, { id, status, priority, createdAt, updatedAt, ...example }: ExampleCase) => {
  const spaceId = exampleData.projects.find((project) => project.id === example.projectId)?.spaceId ?? 0;
  const configuration = await getConfiguration(tx, spaceId);
  const properties = {
    ...example,
    spaceId,
    statusId: idOf(configuration.statuses, status),
    priorityId: idOf(configuration.priorities, priority),
  };
  await createCase(tx, { id, properties, createdAt: Date.parse(createdAt), updatedAt: Date.parse(updatedAt) });
};

const fillDiscussion = async (tx: Context, { caseId, comments }: ExampleDiscussion): Promise<void> => {
  const ids: number[] = [];
  for (const { answerTo = 0, createdAt, ...comment } of comments) {
    const parentId = ids[answerTo - 1] ?? null;
    ids.push(await createComment(tx, { ...comment, caseId, parentId, createdAt: Date.parse(createdAt) }));
  }
};

const idOf = (choices: ReadonlyMap<number, { readonly id: number; readonly name: string }>, name: string): number =>
  [...choices.values()].find((choice) => choice.name === name)?.id ?? 0;
