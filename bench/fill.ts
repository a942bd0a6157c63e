import { openPlatform } from '../src/app/open-platform.ts';
import { createCase } from '../src/features/cases/create-case.ts';
import { createMilestone } from '../src/features/choices/create-milestone.ts';
import { createProject } from '../src/features/choices/create-project.ts';
import { createSection } from '../src/features/choices/create-section.ts';
import { createKey } from '../src/features/keys/create-key.ts';
import { addMember } from '../src/features/spaces/add-member.ts';
import { createSpace } from '../src/features/spaces/create-space.ts';
import { getConfiguration } from '../src/features/spaces/space-configuration.ts';
import { createUser } from '../src/features/users/create-user.ts';
import { getUserByName } from '../src/features/users/find-user.ts';
import { operator } from '../src/kernel/actor.ts';
import { Context } from '../src/platform/context.ts';
import { bulkLoad } from './bulk-load.ts';
import { caseMaker, LAST_UPDATED_AT, type MadeCase } from './case-maker.ts';
import { PROJECTS_PER_SPACE, type Shape, shapeOf } from './shape.ts';
import type { Markup } from './words.ts';

/** What the load needs to know of the filled database. */
export interface Filled {
  /** The administrator's key, and that of a member who sees the public spaces and some of the private ones. */
  readonly key: string;
  readonly memberKey: string;
  readonly caseCount: number;
  readonly statusIds: readonly number[];
  /** Some cases that have everything a list can be narrowed by, all of them visible to the member. */
  readonly samples: readonly MadeCase[];
}

const SAMPLES = 40;
/** The user whose key is the member's. */
const MEMBER = 2;

interface Fill {
  readonly settings: Parameters<typeof openPlatform>[0]['settings'];
  readonly caseCount: number;
  readonly markup: Markup;
}

type Settings = Fill['settings'];
type LoadCases = (settings: Settings, cases: Iterable<MadeCase>) => Promise<void>;

/** Fills an empty database, always with the same cases, with the IDs 1 to `caseCount`; cases are loaded in bulk. */
export const fill = (options: Fill): Promise<Filled> => fillWith(options, bulkLoad);

/** The same through the program's own verbs, to compare the bulk load with. */
export const fillByVerbs = (options: Fill): Promise<Filled> => fillWith(options, loadByVerbs);

const fillWith = async ({ settings, caseCount, markup }: Fill, loadCases: LoadCases): Promise<Filled> => {
  const shape = shapeOf(caseCount);
  const { keys, spaces } = await withPlatform(settings, async (ctx) => ({
    keys: await ctx.inTransaction((tx) => fillPeopleAndSpaces(tx, shape)),
    spaces: await Promise.all(Array.from({ length: shape.spaces }, (_, index) => getConfiguration(ctx, index + 1))),
  }));
  await loadCases(settings, madeCases(caseCount, caseMaker(spaces, shape, markup)));
  const statusIds = spaces.flatMap(({ statuses }) => [...statuses.keys()]);
  const seen = spaces.filter(({ space, members }) => space.visibility === 'public' || members.has(MEMBER));
  const seenIds = new Set(seen.map(({ space }) => space.id));
  return { ...keys, caseCount, statusIds, samples: samplesOf(caseMaker(spaces, shape, markup), seenIds, caseCount) };
};

const samplesOf = (
  nextCase: (id: number) => MadeCase,
  spaceIds: ReadonlySet<number>,
  caseCount: number,
): MadeCase[] => {
  const samples: MadeCase[] = [];
  for (let id = 1; id <= caseCount && samples.length < SAMPLES; id += 1) {
    const { sectionId, milestoneId, assigneeId, ...made } = nextCase(id);
    if (sectionId === null || milestoneId === null || assigneeId === null || !spaceIds.has(made.spaceId)) continue;
    samples.push({ ...made, sectionId, milestoneId, assigneeId });
  }
  return samples;
};

const withPlatform = async <T>(settings: Settings, work: (ctx: Context) => Promise<T>): Promise<T> => {
  const platform = await openPlatform({ settings, durable: false });
  try {
    return await work(new Context(platform, operator('setup')));
  } finally {
    await platform.database.close();
  }
};

const madeCases = function* (caseCount: number, nextCase: (id: number) => MadeCase): Generator<MadeCase> {
  for (let id = 1; id <= caseCount; id += 1) yield nextCase(id);
};

const loadByVerbs: LoadCases = (settings, cases) =>
  withPlatform(settings, (ctx) =>
    ctx.inTransaction(async (tx) => {
      for (const { id, createdAt, ...properties } of cases) {
        await createCase(tx, { properties, id, createdAt, updatedAt: createdAt });
      }
    }),
  );

const fillPeopleAndSpaces = async (tx: Context, shape: Shape) => {
  await createUser(tx, { username: 'admin', displayName: 'Administrator', role: 'administrator' });
  for (let user = 2; user <= shape.people; user += 1) {
    await createUser(tx, { username: `person${user}`, firstName: 'Person' });
  }
  for (let space = 1; space <= shape.spaces; space += 1) await fillSpace(tx, shape, space);
  const keyOf = async (username: string) =>
    createKey(tx, { user: await getUserByName(tx, username), name: 'Benchmark' });
  return { key: await keyOf('admin'), memberKey: await keyOf(`person${MEMBER}`) };
};

const fillSpace = async (tx: Context, { spaces, privateSpaces, people, members }: Shape, space: number) => {
  const isPrivate = space > spaces - privateSpaces;
  const spaceId = await createSpace(tx, { name: `Space ${space}`, visibility: isPrivate ? 'private' : 'public' });
  for (let project = 1; project <= PROJECTS_PER_SPACE; project += 1) {
    const projectId = await createProject(tx, { spaceId, title: `Project ${space}.${project}` });
    await createSection(tx, { projectId, name: 'Incoming' });
    await createMilestone(tx, { projectId, title: 'Next release', dueAt: LAST_UPDATED_AT });
  }
  if (!isPrivate) return;
  // Half of the private spaces have the second user, whose key is the member's.
  for (let member = 0; member < members; member += 1) {
    await addMember(tx, { spaceId, userId: MEMBER + (((space % 2) + member * 2) % (people - 1)), role: 'agent' });
  }
};
