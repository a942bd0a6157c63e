/** What cases and everything at them refer to, and what can happen to all of these alike. */
export const choiceKinds = ['project', 'section', 'milestone', 'status', 'priority'] as const;
export type ChoiceKind = (typeof choiceKinds)[number];
export const choiceHappenings = [
  'created',
  'renamed',
  'moved',
  'archived',
  'unarchived',
  'deleted',
  'merged',
  'made_default',
] as const;
export type ChoiceHappening = (typeof choiceHappenings)[number];

const otherTypes = [
  'case.created',
  'case.updated',
  'case.left_space',
  'case.deleted',
  'case.restored',
  'case.purged',
  'case.liked',
  'case.unliked',
  'case.linked',
  'case.unlinked',
  'comment.created',
  'comment.updated',
  'comment.deleted',
  'comment.liked',
  'comment.unliked',
  'attachment.added',
  'attachment.deleted',
  'space.created',
  'space.renamed',
  'space.archived',
  'space.unarchived',
  'space.visibility_changed',
  'space.member_added',
  'space.member_role_changed',
  'space.member_removed',
  'status.changed',
  'milestone.scheduled',
  'milestone.completed',
  'milestone.reopened',
  'template.created',
  'template.updated',
  'template.deleted',
  'tag.renamed',
  'tag.removed',
  'workspace.renamed',
  'user.created',
  'user.updated',
  'user.activated',
  'user.deactivated',
  'user.role_changed',
  'user.password_set',
  'user.password_link_issued',
  'user.device_registered',
  'user.device_forgotten',
  'key.created',
  'key.renamed',
  'key.revoked',
  'view.created',
  'view.updated',
  'view.deleted',
  'notifications.marked',
  'notifications.muted',
  'notifications.unmuted',
  'notifications.preferences_changed',
  'webhook.created',
  'webhook.updated',
  'webhook.secret_rotated',
  'webhook.disabled',
  'webhook.deleted',
] as const;

/** The types of events that the program writes; their payloads are in the catalogue. */
export type EventType = (typeof otherTypes)[number] | `${ChoiceKind}.${ChoiceHappening}`;

const eventTypes: ReadonlySet<string> = new Set([
  ...otherTypes,
  ...choiceKinds.flatMap((kind) => choiceHappenings.map((happened) => `${kind}.${happened}`)),
]);

const patterns: ReadonlySet<string> = new Set([...eventTypes].map((type) => `${type.slice(0, type.indexOf('.'))}.*`));

/** What is wrong with a type that somebody asks for, as the end of a sentence; undefined when nothing is. */
export const typeProblem = (type: string): string | undefined => {
  if (eventTypes.has(type) || patterns.has(type)) return undefined;
  return `does not know "${type.slice(0, 50)}": types are like case.updated, or case.* for all of a noun`;
};
