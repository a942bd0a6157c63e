import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { sandboxKeys } from '../../src/app/sandbox-access.ts';
import { call } from '../support/api.ts';
import type { TestApp } from '../support/test-app.ts';

/** The IDs in an address, by their names. */
type Made = Readonly<Record<string, number>>;

/** Makes what the sandbox does not have, and answers its IDs; nothing for operations about what is there. */
export const makeWhatItIsAbout = async (testApp: TestApp, operationId: string): Promise<Made> =>
  (await makers[operationId]?.(testApp)) ?? {};

type Maker = (testApp: TestApp) => Promise<Made>;

const idOf = async (testApp: TestApp, operation: string, body?: unknown, key = SANDBOX_KEY): Promise<number> => {
  const answer = await call(testApp, operation, { key, ...(body === undefined ? {} : { body }) });
  if (answer.status >= 300) throw new Error(`${operation}: ${JSON.stringify(answer.body)}`);
  return answer.body?.id;
};

/** What nothing refers to yet. */
const unused =
  (property: string, address: string, body: object): Maker =>
  async (testApp) => ({ [property]: await idOf(testApp, `POST ${address}`, body) });

const attachment: Maker = async (testApp) => {
  const response = await testApp.app.inject({
    method: 'POST',
    url: '/api/v1/cases/2304/attachments',
    headers: { 'rest-api-key': SANDBOX_KEY, 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--x--\r\n',
  });
  return { attachmentId: response.json().items[0].id };
};

const caseInBin =
  (caseId: number): Maker =>
  async (testApp) => {
    await idOf(testApp, `DELETE /cases/${caseId}`);
    return { caseId };
  };

const changedCase: Maker = async (testApp) => {
  await idOf(testApp, 'PATCH /cases/2304', { title: 'Page loads slowly' });
  return { caseId: 2304 };
};

const bulkChange: Maker = async (testApp) => {
  const body = { selection: { ids: [2306, 2307] }, changes: { assigneeId: 3 }, mode: 'per-case' };
  return { bulkId: await idOf(testApp, 'POST /cases/bulk', body) };
};

const importOfFile: Maker = async (testApp) => {
  const response = await testApp.app.inject({
    method: 'POST',
    url: '/api/v1/imports?spaceId=1',
    headers: { 'rest-api-key': SANDBOX_KEY, 'content-type': 'multipart/form-data; boundary=x' },
    payload:
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\ntitle,project\r\nA,Web Shop\r\n\r\n--x--\r\n',
  });
  return { importId: response.json().id };
};

const endedImport: Maker = async (testApp) => {
  const made = await importOfFile(testApp);
  await idOf(testApp, `POST /imports/${made['importId']}/cancel`);
  return made;
};

/** Somebody else assigns a case to the administrator. */
const notification: Maker = async (testApp) => {
  const sara = sandboxKeys.find(({ username }) => username === 'sara.lindqvist')?.key ?? '';
  await idOf(testApp, 'POST /cases', { title: 'For you', spaceId: 1, projectId: 1, recipientIds: [1] }, sara);
  const { body } = await call(testApp, 'GET /notifications?limit=1');
  return { notificationId: body.items[0].id };
};

const session: Maker = async (testApp) => {
  await idOf(testApp, 'POST /sessions', { username: 'admin', password: 'casekeep sandbox' });
  const { body } = await call(testApp, 'GET /sessions');
  return { sessionId: body.items[0].id };
};

const view = unused('viewId', '/views', { name: 'Open', query: 'is:open' });
const webhook = unused('webhookId', '/webhooks', { url: 'https://example.com/', types: ['*'] });

const delivery: Maker = async (testApp) => {
  const made = await webhook(testApp);
  await idOf(testApp, `POST /webhooks/${made['webhookId']}/ping`);
  const { body } = await call(testApp, `GET /webhooks/${made['webhookId']}/deliveries`);
  return { ...made, deliveryId: body.items[0].id };
};

const template = (name: string): Maker => unused('templateId', '/projects/1/templates', { name });

const makers: Readonly<Record<string, Maker>> = {
  deleteAttachment: attachment,
  purgeCase: caseInBin(2305),
  restoreCase: caseInBin(2308),
  revertCase: changedCase,
  cancelBulkChange: bulkChange,
  revertBulkChange: bulkChange,
  deleteExport: unused('exportId', '/exports', {}),
  deleteProject: unused('projectId', '/spaces/1/projects', { title: 'Unused' }),
  deleteSection: unused('sectionId', '/projects/1/sections', { name: 'Unused' }),
  deleteMilestone: unused('milestoneId', '/projects/1/milestones', { title: 'Unused' }),
  deleteStatus: unused('statusId', '/spaces/1/statuses', { name: 'Unused' }),
  deletePriority: unused('priorityId', '/spaces/1/priorities', { name: 'Unused' }),
  cancelImport: importOfFile,
  revertImport: endedImport,
  updateNotification: notification,
  deleteSession: session,
  deleteLink: unused('linkId', '/cases/2304/links', { relation: 'relates', caseId: 2306 }),
  updateTemplate: template('Fault'),
  deleteTemplate: template('Wish'),
  updateView: view,
  deleteView: view,
  updateWebhook: webhook,
  deleteWebhook: webhook,
  rotateWebhookSecret: webhook,
  pingWebhook: webhook,
  redeliverWebhookDelivery: delivery,
};
