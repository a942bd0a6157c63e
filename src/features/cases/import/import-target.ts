import type { CaseChanges } from '../case.ts';

/** The columns of a file that an import takes in. */
export const importTargets = [
  'externalId',
  'id',
  'title',
  'description',
  'descriptionText',
  'project',
  'projectId',
  'section',
  'sectionId',
  'milestone',
  'milestoneId',
  'status',
  'statusId',
  'priority',
  'priorityId',
  'assignee',
  'assigneeId',
  'dueOn',
  'reporter',
  'reporterId',
  'tags',
  'recipients',
  'recipientIds',
  'createdAt',
  'updatedAt',
] as const;
export type ImportTarget = (typeof importTargets)[number];

/** What our own exports have beside it: told by something else, or, as the number of a case, meaning another one elsewhere. */
export const derivedColumns = [
  'id',
  'spaceId',
  'space',
  'isClosed',
  'creatorId',
  'creator',
  'commentCount',
  'attachmentCount',
] as const;

/** What other trackers call the same, without case, spaces and punctuation. */
const aliases: Readonly<Partial<Record<ImportTarget, readonly string[]>>> = {
  externalId: ['externalid', 'issuekey', 'key', 'externalkey', 'reference', 'ticketid', 'ticketnumber', 'issueid'],
  title: ['title', 'summary', 'subject', 'casetitle', 'issuetitle', 'headline'],
  description: ['description', 'body', 'details', 'issuedescription'],
  project: ['project', 'projectname', 'projecttitle'],
  section: ['section', 'sectionname', 'component', 'components', 'category'],
  milestone: ['milestone', 'milestonename', 'fixversion', 'fixversions', 'sprint', 'iteration', 'targetversion'],
  status: ['status', 'state', 'statusname'],
  priority: ['priority', 'severity', 'priorityname'],
  assignee: ['assignee', 'assignedto', 'owner', 'assigneeusername', 'responsible'],
  dueOn: ['dueon', 'due', 'duedate', 'dueat', 'deadline', 'targetdate'],
  reporter: ['reporter', 'reportedby', 'requester', 'author', 'openedby', 'raisedby'],
  tags: ['tags', 'labels', 'tag', 'label', 'keywords'],
  recipients: ['recipients', 'watchers', 'cc', 'followers', 'subscribers'],
  createdAt: ['createdat', 'created', 'datecreated', 'creationdate', 'createdon', 'opened'],
  updatedAt: ['updatedat', 'updated', 'dateupdated', 'updatedon', 'modified', 'lastupdated'],
};

/** The form in which the names of columns are compared. */
export const plainName = (column: string): string => column.toLowerCase().replaceAll(/[\s_.\-()/]+/gu, '');

/** What a column of this name is taken for unless told; undefined for none. */
export const usualTarget: ReadonlyMap<string, ImportTarget> = new Map([
  ...importTargets.filter((target) => target !== 'id').map((target) => [plainName(target), target] as const),
  ...Object.entries(aliases).flatMap(([target, names]) => names.map((name) => [name, target as ImportTarget] as const)),
]);

/** The property of a case that a column decides on. */
export const propertyOfTarget: Readonly<Partial<Record<ImportTarget, keyof CaseChanges | 'reporterId'>>> = {
  title: 'title',
  description: 'description',
  descriptionText: 'description',
  project: 'projectId',
  projectId: 'projectId',
  section: 'sectionId',
  sectionId: 'sectionId',
  milestone: 'milestoneId',
  milestoneId: 'milestoneId',
  status: 'statusId',
  statusId: 'statusId',
  priority: 'priorityId',
  priorityId: 'priorityId',
  assignee: 'assigneeId',
  assigneeId: 'assigneeId',
  dueOn: 'dueOn',
  reporter: 'reporterId',
  reporterId: 'reporterId',
  tags: 'tags',
  recipients: 'recipientIds',
  recipientIds: 'recipientIds',
};
