import type { CaseProperties } from '../../src/features/cases/case.ts';
import { send } from '../support/requests.ts';
import type { TestApp } from '../support/test-app.ts';
import { upload } from '../support/uploads.ts';
import { type Abilities, type Door, type NewComment, RefusedError } from './door.ts';

/** It knows no due dates of cases. */
type KnownProperties = Omit<CaseProperties, 'dueOn'>;
type Values = Partial<KnownProperties>;

const idOrZero = (id: unknown): unknown => id ?? 0;
const csv = (list: unknown): unknown => (list as readonly unknown[]).join(',');
const asItIs = (value: unknown): unknown => value;

/** What each property is called in the old API, and how its values are written. Source: communifire-api.md section 2. */
const fields: Readonly<Record<keyof KnownProperties, readonly [name: string, write: (value: unknown) => unknown]>> = {
  title: ['IssueTitle', asItIs],
  description: ['IssueDescription', asItIs],
  spaceId: ['SpaceID', asItIs],
  projectId: ['ProjectID', asItIs],
  sectionId: ['ProjectSectionID', idOrZero],
  milestoneId: ['MilestoneID', idOrZero],
  statusId: ['IssueStatusID', asItIs],
  priorityId: ['IssuePriorityID', asItIs],
  assigneeId: ['AssignedToUserID', idOrZero],
  reporterId: ['ReportedByUserID', asItIs],
  tags: ['TagsCSV', csv],
  recipientIds: ['RecipientUserIDCSV', csv],
};

const caseBody = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([property, value]) => {
      const [name, write] = fields[property as keyof KnownProperties];
      return [name, write(value)];
    }),
  );

const commentBody = ({ caseId, text, isInternal = false, parentId = 0 }: NewComment): Record<string, unknown> => ({
  ...{ CommentText: text, IssueID: caseId, IsInternal: isInternal, ParentCommentID: parentId },
});

const entityTypes = { case: 19, comment: 20 } as const;

/** The old API with JSON. */
export const oldApi = (testApp: TestApp): Door => {
  const ask = async (operation: string, body?: object): Promise<void> => {
    const [method = '', url = ''] = operation.split(' ');
    const answer = await send(testApp, {
      method: method as 'PUT',
      url,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) }),
    });
    if (answer.status !== 200) throw new RefusedError(`${operation}: ${answer.status} ${answer.body}`);
  };
  const can: Partial<Abilities> = {
    createCase: (properties) => ask('POST /api/cases', caseBody(properties)),
    updateCase: (caseId, changes) => ask(`PUT /api/cases/${caseId}`, caseBody(changes)),
    updateWithComment: async (caseId, changes, text) => {
      await ask(`PUT /api/cases/${caseId}`, caseBody(changes));
      await ask('POST /api/case/comments', commentBody({ caseId, text }));
    },
    updateCases: async (caseIds, changes, text) => {
      for (const caseId of caseIds) {
        await ask(`PUT /api/cases/${caseId}`, caseBody(changes));
        if (text !== undefined) await ask('POST /api/case/comments', commentBody({ caseId, text }));
      }
    },
    deleteCase: (caseId) => ask(`DELETE /api/cases/${caseId}`),
    comment: (comment) => ask('POST /api/case/comments', commentBody(comment)),
    like: ({ entity, id }) => ask(`POST /api/content/${id}/likes?entitytype=${entityTypes[entity]}`),
    attach: async ({ caseId, commentId }, files) => {
      const { status, body } = await upload(testApp, commentId ? `${caseId}/comments/${commentId}` : caseId, files);
      if (status !== 200) throw new RefusedError(`attachments: ${status} ${body}`);
    },
    unlike: ({ entity, id }) => ask(`DELETE /api/content/${id}/likes?entitytype=${entityTypes[entity]}`),
  };
  return { title: 'the old API', recordedAs: 'communifire', isOperators: false, can };
};

const escaped = (value: unknown): string =>
  String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const xmlOf = (root: string, values: Readonly<Record<string, unknown>>): string => {
  const elements = Object.entries(values).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`);
  return `<${root}>${elements.join('')}</${root}>`;
};

/** Its services of older versions, which speak XML. */
export const xmlServices = (testApp: TestApp): Door => {
  const post = async (service: string, payload: string): Promise<void> => {
    const url = `/services/issuetrackerservice.svc/${service}`;
    const answer = await send(testApp, { method: 'POST', url, headers: { 'content-type': 'text/xml' }, payload });
    if (answer.status !== 200) throw new RefusedError(`${service}: ${answer.status} ${answer.body}`);
  };
  const can: Partial<Abilities> = {
    createCase: (properties) => post('case', xmlOf('IssueDTO', caseBody(properties))),
    comment: (comment) => post('casecomment', xmlOf('IssueCommentDTO', commentBody(comment))),
  };
  return { title: 'the XML services', recordedAs: 'communifire', isOperators: false, can };
};
