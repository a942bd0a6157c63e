import { performExports } from '../../../src/features/cases/export/perform-exports.ts';
import { performImports } from '../../../src/features/cases/import/perform-imports.ts';
import { issueKey } from '../../../src/features/keys/create-key.ts';
import { followNotifications } from '../../../src/features/notifications/follow-notifications.ts';
import { addMember } from '../../../src/features/spaces/add-member.ts';
import { removeMember } from '../../../src/features/spaces/remove-member.ts';
import { type SpaceVisibility, spaceVisibilities } from '../../../src/features/spaces/space.ts';
import { createUser } from '../../../src/features/users/create-user.ts';
import { deactivateUser } from '../../../src/features/users/deactivate-user.ts';
import { getUserByName } from '../../../src/features/users/find-user.ts';
import type { SpaceRole } from '../../../src/kernel/permissions.ts';
import { call } from '../../support/api.ts';
import type { TestApp } from '../../support/test-app.ts';
import { BOUNDARY, bodyOf } from '../../support/uploads.ts';
import { cast, type Narrowing, type Person, people } from '../cast.ts';
import type { Belongings, Place, Target } from './target.ts';

/** Who has what others have: an administrator of the example data. */
const SOMEBODY_ELSE = 'admin';

/** A space of each visibility, and in each of them something of everybody, and of somebody else. */
export interface Stage {
  readonly keys: Readonly<Record<Person, string>>;
  narrowedKey(person: Person, narrowing: Narrowing): Promise<string>;
  targetOf(visibility: SpaceVisibility, person: Person, own: boolean): Target;
}

interface Owner {
  readonly username: string;
  readonly key: string;
}

/** Lets everybody do everything once, as managers, and then makes them what they are called. */
export const setStage = async (testApp: TestApp): Promise<Stage> => {
  const { operator } = testApp;
  const keys = await createPeople(testApp);
  const owners: Owner[] = people.map((person) => ({ username: usernameOf(person), key: keys[person] }));
  owners.push({ username: SOMEBODY_ELSE, key: (await keyOf(testApp, SOMEBODY_ELSE)).key });
  const out = { hermitId: await createHermit(testApp), ...(await make(testApp, 'POST /webhooks', webhook)) };
  const places = new Map<SpaceVisibility, Place>();
  const belongings = new Map<string, Unnotified>();
  for (const visibility of spaceVisibilities) {
    const place = await newPlace(testApp, visibility, { hermitId: out.hermitId, workspaceWebhookId: out.id });
    places.set(visibility, place);
    await giveRoles(testApp, place, () => 'manager');
    for (const owner of owners) {
      belongings.set(`${visibility} ${owner.username}`, await newBelongings(testApp, place, owner));
    }
  }
  for (const job of [followNotifications, performExports, performImports]) await job.run(operator);
  for (const place of places.values()) {
    await giveRoles(testApp, place, (person) => cast[person]);
    await removeMember(operator, { spaceId: place.spaceId, userId: (await userOf(testApp, 'nobody')).id });
  }
  await deactivateUser(operator, { username: usernameOf('deactivated') });
  const notificationIds = await notifications(testApp);
  return {
    keys,
    narrowedKey: async (person, { rights, visibilities }) => {
      const spaceIds = visibilities?.map((each) => places.get(each)?.spaceId ?? 0) ?? null;
      return (await keyOf(testApp, usernameOf(person), { rights: rights ?? null, spaceIds })).key;
    },
    targetOf: (visibility, person, own) => {
      const place = places.get(visibility);
      const mine = belongings.get(`${visibility} ${own ? usernameOf(person) : SOMEBODY_ELSE}`);
      const notificationId = notificationIds.get(`${mine?.userId} ${mine?.caseId}`);
      if (place === undefined || mine === undefined || notificationId === undefined) {
        throw new Error(`There is something for everybody: not for ${person} in the ${visibility} space.`);
      }
      return { ...place, ...mine, notificationId };
    },
  };
};

const usernameOf = (person: Person): string => `the.${person}`;
const userOf = ({ operator }: TestApp, person: Person) => getUserByName(operator, usernameOf(person));

const createPeople = async (testApp: TestApp): Promise<Record<Person, string>> => {
  const keys = {} as Record<Person, string>;
  for (const person of people) {
    const role = person === 'administrator' ? 'administrator' : 'member';
    const username = usernameOf(person);
    await createUser(testApp.operator, { username, role, email: `${username}@example.com` });
    keys[person] = (await keyOf(testApp, usernameOf(person))).key;
  }
  return keys;
};

const createHermit = async (testApp: TestApp): Promise<number> => {
  const userId = await createUser(testApp.operator, { username: 'the.hermit' });
  const { id: spaceId } = await make(testApp, 'POST /spaces', { name: 'Hermitage', visibility: 'isolated' });
  await addMember(testApp.operator, { spaceId, userId, role: 'manager' });
  return userId;
};

/** An administrator is a member of none. */
const giveRoles = async (testApp: TestApp, { spaceId }: Place, roleFor: (person: Person) => SpaceRole | undefined) => {
  for (const person of people) {
    const role = roleFor(person);
    if (role === undefined || cast[person] === undefined) continue;
    await addMember(testApp.operator, { spaceId, userId: (await userOf(testApp, person)).id, role });
  }
};

const webhook = { url: 'https://hooks.example.com/', types: ['case.*'] };

const keyOf = async ({ operator }: TestApp, username: string, narrowing: object = {}) =>
  issueKey(operator, { user: await getUserByName(operator, username), name: 'Matrix', ...narrowing });

/** Does what has to succeed. */
const make = async (testApp: TestApp, operation: string, body?: unknown, key?: string) => {
  const answer = await call(testApp, operation, { body, ...(key === undefined ? {} : { key }) });
  if (answer.status >= 300) throw new Error(`${operation} was refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const send = async (testApp: TestApp, path: string, key: string, file: { name: string; content: string }) => {
  const response = await testApp.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${key}`, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: bodyOf([file]),
  });
  if (response.statusCode >= 300) throw new Error(`POST ${path} was refused: ${response.body}`);
  return response.json();
};

type GivenPlace = Pick<Place, 'hermitId' | 'workspaceWebhookId'>;

const newPlace = async (testApp: TestApp, visibility: SpaceVisibility, given: GivenPlace): Promise<Place> => {
  const { id: spaceId } = await make(testApp, 'POST /spaces', { name: `The ${visibility} one`, visibility });
  const add = async (address: string, body: object): Promise<number> =>
    (await make(testApp, `POST ${address}`, body)).id;
  const projectId = await add(`/spaces/${spaceId}/projects`, { title: 'The project' });
  const { items: statuses } = await make(testApp, `GET /spaces/${spaceId}/statuses`);
  const { items: priorities } = await make(testApp, `GET /spaces/${spaceId}/priorities`);
  const other = (items: readonly { id: number; isDefault: boolean }[]) =>
    items.find((each) => !each.isDefault)?.id ?? 0;
  const webhookId = await add('/webhooks', { ...webhook, spaceId });
  return {
    ...{ ...given, spaceId, projectId, webhookId },
    memberId: (await userOf(testApp, 'manager')).id,
    statusId: other(statuses),
    priorityId: other(priorities),
    sectionId: await add(`/projects/${projectId}/sections`, { name: 'The section' }),
    milestoneId: await add(`/projects/${projectId}/milestones`, { title: 'The milestone' }),
    spareProjectId: await add(`/spaces/${spaceId}/projects`, { title: 'A spare one' }),
    spareSectionId: await add(`/projects/${projectId}/sections`, { name: 'A spare one' }),
    spareMilestoneId: await add(`/projects/${projectId}/milestones`, { title: 'A spare one' }),
    spareStatusId: await add(`/spaces/${spaceId}/statuses`, { name: 'A spare one' }),
    sparePriorityId: await add(`/spaces/${spaceId}/priorities`, { name: 'A spare one' }),
    templateId: await add(`/projects/${projectId}/templates`, { name: 'The template' }),
    deliveryId: await add(`/webhooks/${webhookId}/ping`, {}),
  };
};

/** Notifications are made by a job. */
type Unnotified = Omit<Belongings, 'notificationId'>;

const newBelongings = async (
  testApp: TestApp,
  { spaceId, projectId, sectionId, milestoneId }: Place,
  { username, key }: Owner,
): Promise<Unnotified> => {
  const { operator } = testApp;
  const user = await getUserByName(operator, username);
  const add = async (address: string, body: object): Promise<number> =>
    (await make(testApp, `POST ${address}`, body, key)).id;
  const properties = { title: 'The case', spaceId, projectId, sectionId, milestoneId, tags: ['Matrix'] };
  const caseId = await add('/cases', properties);
  const binnedCaseId = await add('/cases', properties);
  await make(testApp, `DELETE /cases/${binnedCaseId}`, undefined, key);
  const linkedCaseId = await add('/cases', properties);
  const commentId = await add(`/cases/${caseId}/comments`, { text: '<p>Said</p>' });
  // A change to take back, and what its owner is told of.
  await make(testApp, `PATCH /cases/${caseId}`, { assigneeId: user.id }, username === SOMEBODY_ELSE ? undefined : key);
  const by = username === SOMEBODY_ELSE ? (await keyOf(testApp, 'the.administrator')).key : undefined;
  await make(testApp, `POST /cases/${caseId}/comments`, { text: '<p>Told</p>' }, by);
  const file = { name: 'a.txt', content: 'a' };
  const { items: files } = await send(testApp, `/cases/${caseId}/attachments`, key, file);
  const { items: commentFiles } = await send(testApp, `/comments/${commentId}/attachments`, key, file);
  const session = await issueKey(operator, { user, name: 'Matrix', origin: 'session' });
  const selection = { ids: [caseId] };
  const rows = { name: 'cases.csv', content: 'externalId,title\n,' };
  return {
    ...{ caseId, binnedCaseId, linkedCaseId, commentId, userId: user.id, pageId: 12_345_678 },
    linkId: await add(`/cases/${caseId}/links`, { relation: 'relates', caseId: linkedCaseId }),
    internalCommentId: await add(`/cases/${caseId}/comments`, { text: '<p>Between us</p>', isInternal: true }),
    attachmentId: files[0].id,
    commentAttachmentId: commentFiles[0].id,
    keyId: (await keyOf(testApp, username)).keyId,
    sessionId: session.keyId,
    viewId: await add('/views', { name: 'Mine', query: 'is:open' }),
    sharedViewId: await add('/views', { name: 'Ours', query: 'is:open', spaceId }),
    bulkId: await add('/cases/bulk', { selection, changes: { title: 'The case, once more' }, mode: 'per-case' }),
    importId: (await send(testApp, `/imports?spaceId=${spaceId}`, key, rows)).id,
    exportId: await add('/exports', { query: `number:${caseId}`, format: 'csv' }),
  };
};

/** The last one that each user has of each case. */
const notifications = async ({ rows }: TestApp): Promise<ReadonlyMap<string, number>> => {
  const all = await rows('select id, user_id, case_id from notifications');
  return new Map(all.map((row) => [`${Number(row['user_id'])} ${Number(row['case_id'])}`, Number(row['id'])]));
};
