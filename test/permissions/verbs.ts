import type { Right } from '../../src/kernel/permissions.ts';
import { type Answer, send } from '../support/requests.ts';
import type { TestApp } from '../support/test-app.ts';
import { upload } from '../support/uploads.ts';

/** A case, and what it can be changed to. */
export interface Target {
  readonly caseId: number;
  readonly spaceId: number;
  readonly projectId: number;
  readonly otherStatusId: number;
  readonly otherPriorityId: number;
}

/** Something that one of the APIs lets people do. */
export interface Verb {
  readonly name: string;
  /** What it needs beside seeing the case, in the order in which it is missed. */
  readonly needs: (own: boolean) => readonly Right[];
  /** The kind of content and the permission by which `permissions/access` speaks of it. */
  readonly permission?: readonly [entityType: 19 | 20, name: string];
  readonly tryIt: (testApp: TestApp, key: string, target: Target) => Promise<Outcome>;
}

/** `done`, `not there`, `no key`, or `missing` and the right that the refusal names. */
export type Outcome = 'done' | 'not there' | 'no key' | `missing ${string}`;

const outcomeOf = ({ status, body, envelope }: Answer): Outcome => {
  if (status === 200) return 'done';
  if (status === 404) return 'not there';
  if (status === 401) return 'no key';
  const right = /the right (\w+) is missing\.$/u.exec(envelope?.ResponseMessage ?? JSON.parse(body).detail)?.[1];
  if (status !== 403 || right === undefined) throw new Error(`Nobody expects this: ${status} ${body}`);
  return `missing ${right}`;
};

const json = { 'content-type': 'application/json' };

const ask = (testApp: TestApp, key: string, url: string): Promise<Answer> =>
  send(testApp, { url, headers: { 'rest-api-key': key } });

const submit = async (testApp: TestApp, key: string, line: string, body?: object): Promise<Outcome> => {
  const [method = '', url = ''] = line.split(' ');
  const answer = await send(testApp, {
    method: method as 'PUT',
    url,
    headers: { 'rest-api-key': key, ...(body === undefined ? {} : json) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return outcomeOf(answer);
};

const update =
  (bodyOf: (target: Target) => object): Verb['tryIt'] =>
  (testApp, key, target) =>
    submit(testApp, key, `PUT /api/cases/${target.caseId}`, bodyOf(target));

const toUpdate = (own: boolean): Right => (own ? 'Update' : 'AdminEntityUpdate');

/** Whether a list that is given has what is looked for: what is missing in it is not there. */
const outcomeOfList = (answer: Answer, has: (item: Readonly<Record<string, unknown>>) => boolean): Outcome => {
  if (answer.status !== 200) return outcomeOf(answer);
  return (answer.envelope.ResponseData as Readonly<Record<string, unknown>>[]).some(has) ? 'done' : 'not there';
};

/** All of them, those that end a case last. */
export const verbs: readonly Verb[] = [
  {
    name: 'reads it',
    needs: () => [],
    tryIt: async (testApp, key, { caseId }) => outcomeOf(await ask(testApp, key, `/api/cases/${caseId}`)),
  },
  {
    name: 'finds it in the list',
    needs: () => [],
    tryIt: async (testApp, key, { caseId, spaceId }) => {
      const url = `/api/cases?spaceid=${spaceId}&SortColumn=IssueID&SortOrder=1&PageLength=100`;
      return outcomeOfList(await ask(testApp, key, url), ({ IssueID }) => IssueID === caseId);
    },
  },
  {
    name: 'finds it by search',
    needs: () => [],
    tryIt: async (testApp, key, { caseId, spaceId }) => {
      const url = `/api/search?keyword=${caseId}&SpaceIDCSV=${spaceId}`;
      return outcomeOfList(await ask(testApp, key, url), ({ ContentID }) => ContentID === caseId);
    },
  },
  {
    name: 'sees its space',
    needs: () => [],
    tryIt: async (testApp, key, { spaceId }) => outcomeOf(await ask(testApp, key, `/api/spaces/${spaceId}`)),
  },
  {
    name: 'reads what it can be given',
    needs: () => [],
    tryIt: async (testApp, key, { spaceId }) =>
      outcomeOf(await ask(testApp, key, `/api/spaces/${spaceId}/cases/statuses`)),
  },
  {
    name: 'reads its comments',
    needs: () => [],
    tryIt: async (testApp, key, { caseId }) =>
      outcomeOf(await ask(testApp, key, `/api/case/comments?caseid=${caseId}`)),
  },
  {
    name: 'lists its files',
    needs: () => [],
    tryIt: async (testApp, key, { caseId }) =>
      outcomeOf(await ask(testApp, key, `/api/content/${caseId}/attachments?entitytype=19`)),
  },
  {
    name: 'creates another one beside it',
    needs: () => ['Create'],
    permission: [19, 'Create'],
    tryIt: (testApp, key, { spaceId, projectId }) =>
      submit(testApp, key, 'POST /api/cases', { IssueTitle: 'Another', SpaceID: spaceId, ProjectID: projectId }),
  },
  {
    name: 'creates one in the name of somebody else',
    needs: () => ['Create', 'AdminEntityUpdate'],
    tryIt: (testApp, key, { spaceId, projectId }) =>
      submit(testApp, key, 'POST /api/cases', {
        IssueTitle: 'Theirs',
        SpaceID: spaceId,
        ProjectID: projectId,
        ReportedByUserID: 1,
      }),
  },
  {
    name: 'changes its title',
    needs: (own) => [toUpdate(own)],
    permission: [19, 'Update'],
    tryIt: update(() => ({ IssueTitle: `Changed ${performance.now()}` })),
  },
  {
    name: 'assigns it',
    needs: (own) => [toUpdate(own), 'AssignToUser'],
    permission: [19, 'AssignToUser'],
    tryIt: update(() => ({ AssignedToUserID: 1 })),
  },
  {
    name: 'sets its priority',
    needs: (own) => [toUpdate(own), 'UpdateIssuePriority'],
    permission: [19, 'UpdateIssuePriority'],
    tryIt: update(({ otherPriorityId }) => ({ IssuePriorityID: otherPriorityId })),
  },
  {
    name: 'sets its status',
    needs: (own) => [toUpdate(own), 'UpdateIssueStatus'],
    permission: [19, 'UpdateIssueStatus'],
    tryIt: update(({ otherStatusId }) => ({ IssueStatusID: otherStatusId })),
  },
  {
    name: 'chooses who is kept informed',
    needs: (own) => [toUpdate(own), 'AddRecipients'],
    permission: [19, 'AddRecipients'],
    tryIt: update(() => ({ RecipientUserIDCSV: '1' })),
  },
  {
    name: 'uploads a file',
    needs: () => ['UploadAttachment'],
    permission: [19, 'UploadAttachment'],
    tryIt: async (testApp, key, { caseId }) =>
      outcomeOf(await upload(testApp, caseId, [{ name: 'x.txt', content: 'x' }], key)),
  },
  {
    name: 'comments on it',
    needs: () => ['CreateComment'],
    permission: [20, 'Create'],
    tryIt: (testApp, key, { caseId }) =>
      submit(testApp, key, 'POST /api/case/comments', { CommentText: 'Yes', IssueID: caseId }),
  },
  {
    name: 'writes an internal comment',
    needs: () => ['CreateComment', 'InternalComments'],
    tryIt: (testApp, key, { caseId }) =>
      submit(testApp, key, 'POST /api/case/comments', { CommentText: 'Psst', IssueID: caseId, IsInternal: true }),
  },
  {
    name: 'says anew how its tag is spelled, in all cases of its space',
    needs: () => ['ManageSpace'],
    tryIt: (testApp, key, { spaceId }) =>
      submit(testApp, key, `POST /api/v1/spaces/${spaceId}/tags/rename`, { tag: 'matrix', name: 'Matrix' }),
  },
  {
    name: 'deletes it',
    needs: (own) => (own ? ['Delete'] : ['Delete', 'AdminEntityUpdate']),
    permission: [19, 'Delete'],
    tryIt: (testApp, key, { caseId }) => submit(testApp, key, `DELETE /api/cases/${caseId}`),
  },
];

/** Whether the internal comment that is there is read: it is hidden rather than refused. */
export const readsInternal = async (testApp: TestApp, key: string, { caseId }: Target): Promise<Outcome> =>
  outcomeOfList(
    await ask(testApp, key, `/api/case/comments?caseid=${caseId}`),
    ({ IsInternal }) => IsInternal === true,
  );

/** Whether it is liked: it needs no right of a person, but the right to comment of a key that is narrowed. */
export const likes = (testApp: TestApp, key: string, { caseId }: Target): Promise<Outcome> =>
  submit(testApp, key, `POST /api/content/${caseId}/likes?entitytype=19`);

/** What `permissions/access` says, by kind of content and permission; undefined when it says that nothing is there. */
export const askPermissions = async (
  testApp: TestApp,
  key: string,
  { caseId, spaceId }: Target,
): Promise<((permission: readonly [number, string]) => boolean) | undefined> => {
  const answers = new Map<number, Readonly<Record<string, boolean>>>();
  for (const type of [19, 20]) {
    const names = verbs.flatMap(({ permission }) => (permission?.[0] === type ? [permission[1]] : []));
    const query = `entitytype=${type}&permissionsCsv=${names.join(',')}&spaceID=${spaceId}&entityid=${caseId}`;
    const answer = await ask(testApp, key, `/api/permissions/access?${query}`);
    if (outcomeOf(answer) !== 'done') return undefined;
    answers.set(type, answer.envelope.ResponseData as Readonly<Record<string, boolean>>);
  }
  return ([type, name]) => answers.get(type)?.[name] === true;
};
