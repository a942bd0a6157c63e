import { openPlatform } from '../src/app/open-platform.ts';
import { createCase } from '../src/features/cases/create-case.ts';
import { createMilestone } from '../src/features/choices/create-milestone.ts';
import { createProject } from '../src/features/choices/create-project.ts';
import { createSection } from '../src/features/choices/create-section.ts';
import { createKey } from '../src/features/keys/create-key.ts';
import { createSpace } from '../src/features/spaces/create-space.ts';
import type { SpaceConfiguration } from '../src/features/spaces/space.ts';
import { getConfiguration } from '../src/features/spaces/space-configuration.ts';
import { createUser } from '../src/features/users/create-user.ts';
import { getUserByName } from '../src/features/users/find-user.ts';
import { operator } from '../src/kernel/actor.ts';
import { Context } from '../src/platform/context.ts';
import { type Markup, randomFrom, textMaker } from './words.ts';

const SPACES = 5;
const PROJECTS_PER_SPACE = 4;
const USERS = 20;
const CASES_PER_TRANSACTION = 1_000;
const FIRST_CREATED_AT = Date.UTC(2024, 0, 1);
const CREATED_WITHIN_MS = 700 * 24 * 60 * 60 * 1_000;
const SEED = 20_260_101;

/** What the load needs to know of the filled database. */
export interface Filled {
  readonly key: string;
  readonly caseCount: number;
  readonly statusIds: readonly number[];
}

interface Fill {
  readonly settings: Parameters<typeof openPlatform>[0]['settings'];
  readonly caseCount: number;
  readonly markup: Markup;
}

/** Fills an empty database through the program's own verbs: always the same cases, with the IDs 1 to `caseCount`. */
export const fill = async ({ settings, caseCount, markup }: Fill): Promise<Filled> => {
  const platform = await openPlatform({ settings, durable: false });
  const ctx = new Context(platform, operator('setup'));
  const key = await ctx.inTransaction(fillPeopleAndSpaces);
  const spaces: SpaceConfiguration[] = [];
  for (let id = 1; id <= SPACES; id += 1) spaces.push(await getConfiguration(ctx, id));
  const nextCase = caseMaker(spaces, markup);
  for (let first = 1; first <= caseCount; first += CASES_PER_TRANSACTION) {
    await ctx.inTransaction(async (tx) => {
      const last = Math.min(caseCount, first + CASES_PER_TRANSACTION - 1);
      for (let id = first; id <= last; id += 1) await createCase(tx, nextCase(id));
    });
  }
  await platform.database.close();
  return { key, caseCount, statusIds: spaces.flatMap(({ statuses }) => [...statuses.keys()]) };
};

const fillPeopleAndSpaces = async (tx: Context): Promise<string> => {
  await createUser(tx, { username: 'admin', displayName: 'Administrator', role: 'administrator' });
  for (let user = 2; user <= USERS; user += 1) await createUser(tx, { username: `person${user}`, firstName: 'Person' });
  for (let space = 1; space <= SPACES; space += 1) {
    const spaceId = await createSpace(tx, { name: `Space ${space}`, visibility: 'public' });
    for (let project = 1; project <= PROJECTS_PER_SPACE; project += 1) {
      const projectId = await createProject(tx, { spaceId, title: `Project ${space}.${project}` });
      await createSection(tx, { projectId, name: 'Incoming' });
      await createMilestone(tx, { projectId, title: 'Next release', dueAt: FIRST_CREATED_AT + CREATED_WITHIN_MS });
    }
  }
  return createKey(tx, { user: await getUserByName(tx, 'admin'), name: 'Benchmark' });
};

/** Cases spread over everything there is; one in three has tags, one in four recipients. */
const caseMaker = (spaces: readonly SpaceConfiguration[], markup: Markup) => {
  const random = randomFrom(SEED);
  const texts = textMaker(random, markup);
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const userId = (): number => 1 + Math.floor(random() * USERS);
  return (serial: number): Parameters<typeof createCase>[1] => {
    const { space, projects, statuses, priorities, sections } = oneOf(spaces);
    const projectId = oneOf([...projects.keys()]);
    const section = [...sections.values()].find((each) => each.projectId === projectId);
    const properties = {
      ...texts(serial),
      spaceId: space.id,
      projectId,
      sectionId: random() < 0.5 ? (section?.id ?? null) : null,
      statusId: oneOf([...statuses.keys()]),
      priorityId: oneOf([...priorities.keys()]),
      assigneeId: random() < 0.7 ? userId() : null,
      reporterId: userId(),
      tags: random() < 0.33 ? ['import', `team-${1 + Math.floor(random() * 30)}`] : [],
      recipientIds: random() < 0.25 ? [...new Set([userId(), userId()])] : [],
    };
    const createdAt = FIRST_CREATED_AT + Math.floor(random() * CREATED_WITHIN_MS);
    return { properties, createdAt, updatedAt: createdAt };
  };
};
