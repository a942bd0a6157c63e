import type { Place } from './target.ts';
import { administrators, first, hidden, inNamedSpace, keyAllows, needs, type Trial } from './trial.ts';

const sees = needs();
const manages = needs('ManageSpace');

const spaces: readonly Trial[] = [
  {
    operation: 'listSpaces',
    law: hidden(sees),
    has: ({ items }, { spaceId }) => items.some((each: Item) => each.id === spaceId),
  },
  ...['Statuses', 'Priorities', 'Projects'].map((names) => ({
    operation: `listAll${names}`,
    law: hidden(sees),
    has: ({ items }: { items: readonly { spaceId: number }[] }, { spaceId }: Place) =>
      items.some((each) => each.spaceId === spaceId),
  })),
  { operation: 'createSpace', law: administrators, body: () => ({ name: 'A new one', visibility: 'private' }) },
  { operation: 'getSpace', law: sees },
  { operation: 'updateSpace', law: manages, body: () => ({ name: 'Another name' }) },
  { operation: 'listMembers', law: sees },
  { operation: 'getMember', law: sees, at: { userId: 'memberId' } },
  { operation: 'setMember', law: manages, at: { userId: 'memberId' }, body: () => ({ role: 'viewer' }) },
  { operation: 'removeMember', law: manages, at: { userId: 'memberId' } },
  { operation: 'listTags', law: sees },
  { operation: 'renameTag', law: manages, body: () => ({ tag: 'matrix', name: 'Other' }) },
  { operation: 'removeTag', law: manages, body: () => ({ tag: 'matrix' }) },
];

interface Item {
  readonly id: number;
}

/** Projects, sections and the like have the same operations. */
const choices = (name: string, names: string, field: 'title' | 'name'): readonly Trial[] => {
  const id = `${name.toLowerCase()}Id` as keyof Place;
  const spare = `spare${name}Id` as keyof Place;
  const atSpare = { [id]: spare };
  return [
    { operation: `list${names}`, law: sees },
    { operation: `create${name}`, law: manages, body: () => ({ [field]: 'A new one' }) },
    { operation: `get${name}`, law: sees },
    { operation: `update${name}`, law: manages, body: () => ({ [field]: 'Another name' }) },
    { operation: `delete${name}`, law: manages, at: atSpare },
    { operation: `merge${name}`, law: manages, at: atSpare, body: (target) => ({ intoId: target[id] }) },
  ];
};

/** Webhooks tell what happens: who does not manage them does not see them. */
const webhooks: readonly Trial[] = [
  { operation: 'listWebhooks', law: manages, query: ({ spaceId }) => `spaceId=${spaceId}` },
  {
    operation: 'createWebhook',
    law: manages,
    body: ({ spaceId }) => ({ url: 'https://hooks.example.com/', types: ['*'], spaceId }),
  },
  {
    ...{ operation: 'createWebhook', how: 'of the workspace', law: administrators },
    body: () => ({ url: 'https://hooks.example.com/', types: ['*'] }),
  },
  { operation: 'getWebhook', law: hidden(manages) },
  {
    ...{ operation: 'getWebhook', how: 'of the workspace', law: hidden(administrators) },
    at: { webhookId: 'workspaceWebhookId' },
  },
  { operation: 'updateWebhook', law: hidden(manages), body: () => ({ active: false }) },
  { operation: 'deleteWebhook', law: hidden(manages) },
  { operation: 'rotateWebhookSecret', law: hidden(manages) },
  { operation: 'pingWebhook', law: hidden(manages) },
  { operation: 'listWebhookDeliveries', law: hidden(manages) },
  { operation: 'getWebhookDelivery', law: hidden(manages) },
  { operation: 'redeliverWebhookDelivery', law: hidden(manages) },
];

/** Rows create or change: who may do neither has nothing to import. */
const imports: Trial['law'] = (situation) =>
  needs('Update')(situation) === 'done' ? 'done' : needs('Create')(situation);

/** Who creates cases, or says how they begin. */
const begins: Trial['law'] = (situation) => (manages(situation) === 'done' ? 'done' : needs('Create')(situation));

const templates: readonly Trial[] = [
  { operation: 'listTemplates', law: begins },
  { operation: 'createTemplate', law: manages, body: () => ({ name: 'A new one' }) },
  { operation: 'getTemplate', law: begins },
  { operation: 'updateTemplate', law: manages, body: () => ({ name: 'Another name' }) },
  { operation: 'deleteTemplate', law: manages },
];

/** What is tried once in each space. */
export const aboutSpaces: readonly Trial[] = [
  ...spaces,
  ...choices('Project', 'Projects', 'title'),
  ...choices('Section', 'Sections', 'name'),
  ...choices('Milestone', 'Milestones', 'title'),
  ...choices('Status', 'Statuses', 'name'),
  ...choices('Priority', 'Priorities', 'name'),
  ...templates,
  ...webhooks,
  {
    ...{ operation: 'createView', how: 'for everybody in a space' },
    law: first(keyAllows('Update'), inNamedSpace(needs('Create'))),
    body: ({ spaceId }) => ({ name: 'All of them', query: 'is:open', spaceId }),
  },
  {
    ...{ operation: 'importCases', law: inNamedSpace(imports), upload: 'nothing', wrongField: 'file' },
    query: ({ spaceId }) => `spaceId=${spaceId}`,
  },
];
