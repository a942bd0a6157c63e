import type { Target } from './target.ts';
import { hidden, inNamedSpace, keyAllows, needs, ownOrOthers, type Trial, updates, writingKey } from './trial.ts';

const byNumber = ({ caseId }: Target): string => `query=number:${caseId}`;
// biome-ignore lint/suspicious/noExplicitAny: items have every shape.
type Listed = { readonly items: readonly any[] };
const isListed = ({ items }: Listed, { caseId }: Target): boolean => items.some(({ id }) => id === caseId);

const reading: readonly Trial[] = [
  { operation: 'getCase', law: needs() },
  { operation: 'listCases', law: hidden(needs()), query: byNumber, has: isListed },
  { operation: 'searchCases', law: hidden(needs()), query: byNumber, has: isListed },
  {
    operation: 'countCases',
    law: hidden(needs()),
    query: (target) => `groupBy=statusId&${byNumber(target)}`,
    has: ({ total }) => total === 1,
  },
  {
    operation: 'getFlow',
    law: hidden(needs()),
    query: byNumber,
    has: ({ items }: Listed) => items.at(-1).total === 1,
  },
  {
    operation: 'getDurations',
    law: hidden(needs()),
    query: byNumber,
    has: ({ firstAnswer: { done, notDone } }) => done + notDone === 1,
  },
  {
    operation: 'exportCases',
    law: hidden(needs()),
    query: (target) => `format=jsonl&${byNumber(target)}`,
    has: (body, { caseId }) => String(body).includes(`"id":${caseId},`),
  },
  { operation: 'listCaseHistory', law: needs() },
  { operation: 'getCaseAt', law: needs(), query: () => 'revision=1' },
  {
    operation: 'listEvents',
    law: hidden(needs()),
    query: () => 'type=case.deleted&limit=100',
    has: ({ items }: Listed, { binnedCaseId }) => items.some(({ caseId }) => caseId === binnedCaseId),
  },
  { operation: 'getCaseLikes', law: needs() },
  { operation: 'listCaseLinks', law: needs() },
  { operation: 'listCaseViewers', law: needs() },
  { operation: 'getCaseMute', law: needs() },
  { operation: 'listComments', law: needs() },
  { operation: 'listCaseAttachments', law: needs() },
];

const patch = (how: string, law: Trial['law'], body: NonNullable<Trial['body']>): Trial => ({
  operation: 'updateCase',
  ...{ how, law, body },
});

const changing: readonly Trial[] = [
  patch('its title', updates(), () => ({ title: 'Changed' })),
  patch('its assignee', updates('AssignToUser'), () => ({ assigneeId: null })),
  patch('its priority', updates('UpdateIssuePriority'), ({ priorityId }) => ({ priorityId })),
  patch('its status', updates('UpdateIssueStatus'), ({ statusId }) => ({ statusId })),
  patch('who is kept informed', updates('AddRecipients'), () => ({ recipientIds: [1] })),
  patch('and says why', updates('CreateComment'), () => ({ title: 'Changed', comment: { text: '<p>So.</p>' } })),
  patch('and says why among us', updates('CreateComment', 'InternalComments'), () => ({
    title: 'Changed',
    comment: { text: '<p>So.</p>', isInternal: true },
  })),
  {
    ...{ operation: 'linkCases', law: updates() },
    body: ({ linkedCaseId }) => ({ relation: 'blocks', caseId: linkedCaseId }),
  },
  { operation: 'deleteLink', law: updates() },
  {
    ...{ operation: 'closeAsDuplicate', law: updates('UpdateIssueStatus') },
    body: ({ linkedCaseId }) => ({ caseId: linkedCaseId }),
  },
  { operation: 'revertCase', law: updates('AssignToUser'), body: () => ({ revision: 2 }) },
  { operation: 'likeCase', law: keyAllows('CreateComment', needs()) },
  { operation: 'unlikeCase', law: keyAllows('CreateComment', needs()) },
  { operation: 'muteCase', law: writingKey(needs()) },
  { operation: 'unmuteCase', law: writingKey(needs()) },
  { operation: 'lookAtCase', law: writingKey(needs()) },
  { operation: 'lookAwayFromCase', law: writingKey() },
  { operation: 'createComment', law: needs('CreateComment'), body: () => ({ text: '<p>Yes</p>' }) },
  {
    ...{ operation: 'createComment', how: 'among us' },
    law: needs('CreateComment', 'InternalComments'),
    body: () => ({ text: '<p>Psst</p>', isInternal: true }),
  },
  {
    ...{ operation: 'createComment', how: 'in the name of somebody else' },
    law: needs('CreateComment', 'AdminEntityUpdate'),
    body: () => ({ text: '<p>Theirs</p>', authorId: 1 }),
  },
  { operation: 'attachToCase', law: needs('UploadAttachment'), upload: 'a file' },
];

/** Of several cases each is refused alone. */
const bulk = (how: string, law: Trial['law'], changes: object): Trial => ({
  operation: 'changeCases',
  ...{ how, law },
  body: ({ caseId }) => ({ selection: { ids: [caseId] }, changes, mode: 'per-case' }),
  told: ({ results }) => results[0].problem,
});

const changingMany: readonly Trial[] = [
  bulk('their title', updates(), { title: 'Changed' }),
  bulk('a tag of theirs', updates(), { addTags: ['tried'] }),
  bulk('their assignee', updates('AssignToUser'), { assigneeId: null }),
];

const deletes = ownOrOthers(['Delete'], ['Delete', 'AdminEntityUpdate']);
const inBin = { caseId: 'binnedCaseId' } as const;

const deleting: readonly Trial[] = [
  { operation: 'deleteCase', law: deletes },
  { operation: 'restoreCase', law: deletes, at: inBin },
  { operation: 'revertCase', how: 'that it was deleted', law: deletes, at: inBin, body: () => ({ revision: 2 }) },
  { operation: 'purgeCase', law: needs('ManageSpace', 'Delete', 'AdminEntityUpdate'), at: inBin },
  {
    operation: 'listBin',
    law: hidden(needs('Delete', 'AdminEntityUpdate')),
    query: ({ spaceId }) => `spaceId=${spaceId}&limit=100`,
    has: ({ items }: Listed, { binnedCaseId }) => items.some(({ id }) => id === binnedCaseId),
  },
];

/** What is tried at cases of one's own and of others. */
export const aboutCases: readonly Trial[] = [...reading, ...changing, ...changingMany, ...deleting];

/** What creates cases in a space. */
export const creatingCases: readonly Trial[] = [
  {
    operation: 'createCase',
    law: inNamedSpace(needs('Create')),
    body: ({ spaceId, projectId }) => ({ title: 'Another', spaceId, projectId }),
  },
  {
    ...{ operation: 'createCase', how: 'in the name of somebody else' },
    law: inNamedSpace(needs('Create', 'AdminEntityUpdate')),
    body: ({ spaceId, projectId }) => ({ title: 'Theirs', spaceId, projectId, reporterId: 1 }),
  },
];
