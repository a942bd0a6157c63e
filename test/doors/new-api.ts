import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { type ChoiceKind, kinds } from '../../src/features/choices/choice.ts';
import { type ApiAnswer, call } from '../support/api.ts';
import type { TestApp } from '../support/test-app.ts';
import { BOUNDARY, bodyOf } from '../support/uploads.ts';
import { type Abilities, type Door, RefusedError } from './door.ts';

type Ask = (operation: string, body?: object) => Promise<ApiAnswer['body']>;

const choiceAt = ({ kind, id }: { kind: ChoiceKind; id: number }): string => `/${kinds[kind].plural}/${id}`;

const onCases = (ask: Ask): Partial<Abilities> => ({
  createCase: (properties) => ask('POST /cases', properties),
  updateCase: (caseId, changes) => ask(`PATCH /cases/${caseId}`, changes),
  updateWithComment: (caseId, changes, text) => ask(`PATCH /cases/${caseId}`, { ...changes, comment: { text } }),
  updateCases: async (caseIds, changes, text) => {
    const comment = text === undefined ? {} : { comment: { text } };
    for (const caseId of caseIds) await ask(`PATCH /cases/${caseId}`, { ...changes, ...comment });
  },
  // A case alone has no such change: whoever makes it says which tags there are afterwards.
  tagCases: async (caseIds, { add, remove }) => {
    for (const caseId of caseIds) {
      const { tags } = await ask(`GET /cases/${caseId}`);
      const kept = tags.filter((tag: string) => !remove.includes(tag));
      await ask(`PATCH /cases/${caseId}`, { tags: [...kept, ...add.filter((tag) => !kept.includes(tag))] });
    }
  },
  setDueDate: (caseId, dueOn) => ask(`PATCH /cases/${caseId}`, { dueOn }),
  deleteCase: (caseId) => ask(`DELETE /cases/${caseId}`),
  restoreCase: (caseId) => ask(`POST /cases/${caseId}/restore`),
  comment: ({ caseId, ...comment }) => ask(`POST /cases/${caseId}/comments`, comment),
  like: ({ entity, id }) => ask(`PUT /${entity}s/${id}/like`),
  unlike: ({ entity, id }) => ask(`DELETE /${entity}s/${id}/like`),
});

const onSpaces = (ask: Ask): Partial<Abilities> => ({
  createSpace: async ({ project, ...space }) => {
    const { id } = await ask('POST /spaces', space);
    await ask(`POST /spaces/${id}/projects`, { title: project });
  },
  renameSpace: (spaceId, name) => ask(`PATCH /spaces/${spaceId}`, { name }),
  setVisibility: (spaceId, visibility) => ask(`PATCH /spaces/${spaceId}`, { visibility }),
  archiveSpace: (spaceId) => ask(`PATCH /spaces/${spaceId}`, { archived: true }),
  unarchiveSpace: (spaceId) => ask(`PATCH /spaces/${spaceId}`, { archived: false }),
  setMember: ({ spaceId, userId, role }) => ask(`PUT /spaces/${spaceId}/members/${userId}`, { role }),
  removeMember: ({ spaceId, userId }) => ask(`DELETE /spaces/${spaceId}/members/${userId}`),
});

const onChoices = (ask: Ask): Partial<Abilities> => ({
  createChoice: (kind, { spaceId, projectId }, name) => {
    const place = kinds[kind].isRequired ? `/spaces/${spaceId}` : `/projects/${projectId}`;
    return ask(`POST ${place}/${kinds[kind].plural}`, { [kinds[kind].nameField]: name });
  },
  renameChoice: (choice, name) => ask(`PATCH ${choiceAt(choice)}`, { [kinds[choice.kind].nameField]: name }),
  moveChoice: (choice, position) => ask(`PATCH ${choiceAt(choice)}`, { position }),
  makeDefault: (choice) => ask(`PATCH ${choiceAt(choice)}`, { isDefault: true }),
  archiveChoice: (choice) => ask(`PATCH ${choiceAt(choice)}`, { archived: true }),
  unarchiveChoice: (choice) => ask(`PATCH ${choiceAt(choice)}`, { archived: false }),
  deleteChoice: (choice) => ask(`DELETE ${choiceAt(choice)}`),
  mergeChoice: (choice, intoId) => ask(`POST ${choiceAt(choice)}/merge`, { intoId }),
  scheduleMilestone: (id, day) =>
    ask(`PATCH /milestones/${id}`, { dueAt: day === null ? null : `${day}T00:00:00.000Z` }),
  completeMilestone: (id) => ask(`PATCH /milestones/${id}`, { isCompleted: true }),
  reopenMilestone: (id) => ask(`PATCH /milestones/${id}`, { isCompleted: false }),
  changeStatus: (id, meaning) => ask(`PATCH /statuses/${id}`, meaning),
});

const onTags = (ask: Ask): Partial<Abilities> => ({
  renameTag: (spaceId, tag, name) => ask(`POST /spaces/${spaceId}/tags/rename`, { tag, name }),
  removeTag: (spaceId, tag) => ask(`POST /spaces/${spaceId}/tags/remove`, { tag }),
});

const onPeople = (ask: Ask): Partial<Abilities> => ({
  createUser: async (user) => {
    const { id } = await ask('POST /users', user);
    await ask(`POST /users/${id}/password-link`);
  },
  changeProfile: ({ userId }, profile) => ask(`PATCH /users/${userId}`, profile),
  setRole: ({ userId }, role) => ask(`PATCH /users/${userId}`, { role }),
  deactivateUser: ({ userId }) => ask(`PATCH /users/${userId}`, { isActive: false }),
  activateUser: ({ userId }) => ask(`PATCH /users/${userId}`, { isActive: true }),
  issueKey: ({ userId }, name) => ask(`POST /users/${userId}/keys`, { name, rights: ['Update'] }),
  renameKey: (keyId, name) => ask(`PATCH /keys/${keyId}`, { name }),
  revokeKey: (keyId) => ask(`DELETE /keys/${keyId}`),
});

const onFiles = ({ app }: TestApp): Partial<Abilities> => ({
  attach: async ({ caseId, commentId }, files) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/${commentId ? `comments/${commentId}` : `cases/${caseId}`}/attachments`,
      headers: {
        authorization: `Bearer ${SANDBOX_KEY}`,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
      payload: bodyOf(files),
    });
    if (answer.statusCode >= 300) throw new RefusedError(`attachments: ${answer.statusCode} ${answer.body}`);
  },
});

/** The new API. */
export const newApi = (testApp: TestApp): Door => {
  const ask: Ask = async (operation, body) => {
    const answer = await call(testApp, operation, { ...(body === undefined ? {} : { body }) });
    if (answer.status < 300) return answer.body;
    throw new RefusedError(`${operation}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  const can = {
    ...onCases(ask),
    ...onSpaces(ask),
    ...onChoices(ask),
    ...onTags(ask),
    ...onPeople(ask),
    ...onFiles(testApp),
  };
  return { title: 'the new API', recordedAs: 'v1', isOperators: false, can };
};
