import type { Right } from './rights-on-case.ts';

/** What can be changed by a command, who may, and the keys of what changes often. */
export const properties = [
  { name: 'status', right: 'UpdateIssueStatus', keys: 's' },
  { name: 'priority', right: 'UpdateIssuePriority', keys: 'shift+P' },
  { name: 'assignee', right: 'AssignToUser', keys: 'a' },
  { name: 'recipients', right: 'AddRecipients', keys: undefined },
  { name: 'space', right: 'AdminEntityUpdate', keys: undefined },
  { name: 'project', right: 'Update', keys: undefined },
  { name: 'section', right: 'Update', keys: undefined },
  { name: 'milestone', right: 'Update', keys: 'm' },
  { name: 'dueAt', right: 'Update', keys: 'd' },
  { name: 'tags', right: 'Update', keys: 'l' },
] as const satisfies readonly { readonly name: string; readonly right: Right; readonly keys: string | undefined }[];

type PropertyName = (typeof properties)[number]['name'];

/** What cases of a list can be set to together. */
const ofMany = [
  'status',
  'priority',
  'assignee',
  'project',
  'section',
  'milestone',
  'dueAt',
  'tags',
] as const satisfies readonly PropertyName[];
export type ManyName = (typeof ofMany)[number];

/** The properties that many cases can be given at once. */
export const propertiesOfMany = properties.filter((each): each is typeof each & { readonly name: ManyName } =>
  ofMany.some((name) => name === each.name),
);
