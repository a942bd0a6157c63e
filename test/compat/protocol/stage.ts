import { jobs } from '../../../src/app/jobs.ts';
import { createMilestone } from '../../../src/features/choices/create-milestone.ts';
import { createProject } from '../../../src/features/choices/create-project.ts';
import { createKey } from '../../../src/features/keys/create-key.ts';
import { createSpace } from '../../../src/features/spaces/create-space.ts';
import { getConfiguration } from '../../../src/features/spaces/space-configuration.ts';
import { createUser } from '../../../src/features/users/create-user.ts';
import { getUserByName } from '../../../src/features/users/find-user.ts';
import { issuePasswordLink } from '../../../src/features/users/issue-password-link.ts';
import { setPassword } from '../../../src/features/users/set-password.ts';
import { newCase } from '../../support/cases.ts';
import { readCase } from '../../support/requests.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { Values } from './values.ts';

const OPEN_SPACE = 1;
const PRIVATE_SPACE = 2;
const AGENT = 'jonas.weber';
const CONTRIBUTOR = 'diego.fuentes';
const PASSWORD = 'a password for the portal';

/** Somebody outside, who is a member of no space. */
const outsider = { username: 'olga.outside', displayName: 'Olga Outside', role: 'member' } as const;

/** Prepares our own server for the exchanges that need more than the example data, and tells what they can name. */
export const setStage = async (testApp: TestApp, discovered: Values): Promise<Values> => {
  const { operator } = testApp;
  await createUser(operator, outsider);
  const spaces = await setSpaces(testApp);
  return {
    ...discovered,
    ...spaces,
    ...(await setPeople(testApp)),
    ...(await setCases(testApp, spaces)),
    ...(await readDates(testApp, Number(discovered['case']))),
  };
};

/** What happens by itself, for example that people are told. */
export const runAllJobs = async ({ operator }: TestApp): Promise<void> => {
  for (const { run } of jobs) await run(operator);
};

const setSpaces = async ({ operator }: TestApp) => {
  const isolatedSpace = await createSpace(operator, { name: 'Works Council', visibility: 'isolated' });
  const isolatedProject = await createProject(operator, { spaceId: isolatedSpace, title: 'Hearings' });
  const hidden = await getConfiguration(operator, PRIVATE_SPACE);
  const ofSecondProject = { projectId: 2, title: 'Not for the first project', dueAt: null };
  return {
    openSpace: OPEN_SPACE,
    privateSpace: PRIVATE_SPACE,
    isolatedSpace,
    isolatedProject,
    secondProject: 2,
    privateProject: firstOf(hidden.projects),
    privateStatus: firstOf(hidden.statuses),
    privatePriority: firstOf(hidden.priorities),
    strangeSection: 5,
    strangeMilestone: await createMilestone(operator, ofSecondProject),
  };
};

const firstOf = (choices: ReadonlyMap<number, unknown>): number => [...choices.keys()][0] ?? 0;

const setPeople = async ({ operator }: TestApp) => {
  const keyOf = async (username: string) =>
    createKey(operator, { user: await getUserByName(operator, username), name: 'Compatibility' });
  const agent = await getUserByName(operator, AGENT);
  const contributor = await getUserByName(operator, CONTRIBUTOR);
  await setPassword(operator, { token: await issuePasswordLink(operator, { userId: agent.id }), password: PASSWORD });
  return {
    agent: agent.id,
    contributor: contributor.id,
    agentKey: await keyOf(AGENT),
    contributorKey: await keyOf(CONTRIBUTOR),
    viewerKey: await keyOf('priya.raman'),
    outsiderKey: await keyOf(outsider.username),
    signInName: AGENT,
    password: PASSWORD,
  };
};

const setCases = async (testApp: TestApp, { isolatedSpace, isolatedProject, privateProject }: Values) => {
  const inOpenSpace = { SpaceID: OPEN_SPACE, ProjectID: 1 };
  const inIsolatedSpace = { SpaceID: isolatedSpace, ProjectID: isolatedProject };
  const inPrivateSpace = { SpaceID: PRIVATE_SPACE, ProjectID: privateProject };
  const create = (IssueTitle: string, more: object): Promise<number> => newCase(testApp, { IssueTitle, ...more });
  const [first, second] = await testApp.rows('select id from cases order by id limit 2');
  return {
    firstCase: Number(first?.['id']),
    secondCase: Number(second?.['id']),
    bareCase: await create('Nothing but a title', inOpenSpace),
    privateCase: await create('Unrepeatable Salamander', inPrivateSpace),
    olderCase: await create('Yesterday', inIsolatedSpace),
    newestCase: await create('Today', inIsolatedSpace),
    movableCase: await create('On the move', { ...inOpenSpace, ProjectSectionID: 1, MilestoneID: 1 }),
    assignedCase: await create('Somebody else shall do this', { ...inOpenSpace, AssignedToUserID: 3 }),
    birdInText: await create('Two words', { ...inOpenSpace, IssueDescription: 'An unrepeatable hummingbird.' }),
    birdInTitle: await create('Unrepeatable hummingbird', inOpenSpace),
  };
};

/** The dates of cases that exchanges leave alone. */
const readDates = async (testApp: TestApp, caseId: number) => {
  const { DateUpdated } = await readCase(testApp, caseId);
  const { DateCreated } = await readCase(testApp, 2309);
  const created = Temporal.Instant.from(String(DateCreated)).toZonedDateTimeISO('Europe/Berlin');
  const inBerlin = created.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
  return { updatedInUtc: String(DateUpdated), createdInUtc: String(DateCreated), createdInBerlin: inBerlin };
};
