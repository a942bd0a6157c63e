import type { Activity, ActivityType } from '../../features/activities/activity.ts';
import type { CaseProperty } from '../../features/cases/case.ts';

/** What somebody did, as the rest of a sentence that begins with their name. */
const actions: Readonly<Record<ActivityType, string>> = {
  'case.created': 'created the case',
  'case.updated': 'updated the case',
  'case.deleted': 'deleted the case',
  'case.restored': 'restored the case',
  'case.liked': 'likes the case',
  'comment.created': 'commented on the case',
  'comment.updated': 'edited a comment on the case',
  'comment.liked': 'likes a comment on the case',
  'attachment.added': 'attached a file to the case',
};

/** What somebody did: "updated the case". */
export const actionText = ({ type }: Pick<Activity, 'type'>): string => actions[type];

/** What people call the properties of a case. */
const propertyNames: Readonly<Record<CaseProperty, string>> = {
  title: 'title',
  description: 'description',
  spaceId: 'space',
  projectId: 'project',
  sectionId: 'category',
  milestoneId: 'milestone',
  statusId: 'status',
  priorityId: 'priority',
  assigneeId: 'assignee',
  dueOn: 'due date',
  reporterId: 'reporter',
  tags: 'tags',
  recipientIds: 'recipients',
};

/** The same with what it was about: "changed status, priority and assignee". */
export const activityText = ({ type, changed, fileName }: Pick<Activity, 'type' | 'changed' | 'fileName'>): string => {
  if (type === 'attachment.added' && fileName !== '') return `attached the file ${fileName}`;
  const names = changed.flatMap((property) => propertyNames[property as CaseProperty] ?? []);
  if (type !== 'case.updated' || names.length === 0) return actions[type];
  return `changed ${enumerate(names)}`;
};

/** "a", "a and b", "a, b and c" */
const enumerate = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter((part) => part !== '').join(' and ');
