import type { ParseKeys } from 'i18next';

/** What queries ask for, each with what it is called on the screen. */
export const queryFields = {
  status: 'field.status',
  assignee: 'field.assignee',
  priority: 'field.priority',
  project: 'field.project',
  section: 'field.section',
  milestone: 'field.milestone',
  tag: 'field.tags',
  space: 'field.space',
  reporter: 'field.reporter',
  creator: 'field.creator',
  recipient: 'field.recipients',
  due: 'field.dueAt',
  created: 'field.createdAt',
  updated: 'field.updatedAt',
  number: 'field.id',
  is: 'list.query.is',
  has: 'list.query.has',
  externalId: 'list.query.externalId',
  sort: 'list.query.sort',
} as const;

export type QueryField = keyof typeof queryFields;

/** The field with this name, in any case. */
export const fieldNamed = (name: string | undefined): QueryField | undefined =>
  (Object.keys(queryFields) as QueryField[]).find((field) => field.toLowerCase() === name?.toLowerCase());

/** Values with a meaning of their own, unless they are quoted, each with what it is called on the screen. */
const keywords: Readonly<Partial<Record<QueryField, Readonly<Record<string, ParseKeys>>>>> = {
  status: { open: 'list.keyword.open', closed: 'list.keyword.closed' },
  section: { none: 'field.none' },
  milestone: { none: 'field.none' },
  assignee: { me: 'list.keyword.me', none: 'field.nobody' },
  recipient: { me: 'list.keyword.me', none: 'field.nobody' },
  reporter: { me: 'list.keyword.me' },
  creator: { me: 'list.keyword.me' },
  tag: { none: 'field.none' },
  externalId: { none: 'field.none' },
  is: { open: 'list.keyword.isOpen', closed: 'list.keyword.isClosed', overdue: 'list.keyword.overdue' },
  has: {
    ...{ attachment: 'field.attachmentCount', comment: 'field.commentCount', section: 'field.section' },
    ...{ milestone: 'field.milestone', due: 'field.dueAt', assignee: 'field.assignee' },
    ...{ recipient: 'field.recipients', tag: 'field.tags' },
  },
  due: {
    ...{ '..yesterday': 'list.keyword.beforeToday', today: 'list.keyword.today' },
    ...{ '..7d': 'list.keyword.untilNextWeek', none: 'field.none' },
  },
  created: { today: 'list.keyword.today', '-7d': 'list.keyword.lastWeek', '-30d': 'list.keyword.lastMonth' },
  updated: {
    ...{ today: 'list.keyword.today', '-7d': 'list.keyword.lastWeek', '-30d': 'list.keyword.lastMonth' },
    ...{ '<-30d': 'list.keyword.untouched' },
  },
};

/** The values of a field that have a meaning of their own, and what they are called. */
export const keywordLabels = (field: QueryField): Readonly<Record<string, ParseKeys>> => keywords[field] ?? {};

/** The values of a field that have a meaning of their own. */
export const keywordsOf = (field: QueryField): readonly string[] => Object.keys(keywordLabels(field));
