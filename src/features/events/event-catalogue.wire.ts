import { type TObject, type TProperties, Type } from 'typebox';
import { rights, spaceRoles, workspaceRoles } from '../../kernel/permissions.ts';
import type { ChoiceHappening, ChoiceKind, EventType } from './event-types.ts';
import { choiceKinds } from './event-types.ts';

/** What one type of event means and tells. */
interface EventDescription {
  readonly about: string;
  readonly payload: TObject;
}

const describe = (about: string, payload: TProperties = {}): EventDescription => ({
  about,
  payload: Type.Object(payload),
});

const id = (description: string) => Type.Integer({ minimum: 1, description });
const optionalId = (description: string) => Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description });
const oneOf = (names: readonly string[], description: string) =>
  Type.Union(
    names.map((name) => Type.Literal(name)),
    { description },
  );
const instant = (description: string) =>
  Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description });
const text = (description: string) => Type.String({ description });

const revision = Type.Integer({ minimum: 1, description: 'The revision of the case that this made.' });
const changedCase = {
  revision,
  changed: Type.Array(Type.String(), { description: 'The properties that changed; read the case for their values.' }),
  assigneeId: Type.Optional(optionalId('Who it was assigned to, when that changed.')),
};
const isInternal = Type.Boolean({ description: 'Whether only people with the right to internal comments see it.' });
const comment = { commentId: id('The comment.'), isInternal };
const file = {
  attachmentId: id('The file.'),
  commentId: optionalId('The comment it is at; null at the case itself.'),
  name: text('Its file name.'),
  isInternal,
};

const link = {
  linkId: id('The link; read the links of the case for the other one.'),
  relation: oneOf(
    ['blocks', 'blockedBy', 'duplicates', 'duplicatedBy', 'relates'],
    'What this case is, or was, to the other one.',
  ),
};

const ofCases = {
  'case.created': describe('A case was created.', changedCase),
  'case.updated': describe('Properties of a case changed.', changedCase),
  'case.left_space': describe('A case was moved from this space into another one.', { revision }),
  'case.deleted': describe('A case was moved to the bin.', { revision }),
  'case.restored': describe('A case came back from the bin.', { revision }),
  'case.purged': describe('A case was deleted for good.', {
    revision,
    deletedAt: instant('When it had been moved to the bin.'),
  }),
  'case.liked': describe('Somebody likes a case.'),
  'case.unliked': describe('Somebody does not like a case any more.'),
  'case.linked': describe('A case was linked with another one; each of the two has such an event.', link),
  'case.unlinked': describe('A link of a case was taken away; each of the two cases has such an event.', link),
  'comment.created': describe('A case was commented on.', {
    ...comment,
    parentId: optionalId('The comment it answers.'),
    mentionedUserIds: Type.Array(Type.Integer({ minimum: 1 }), { description: 'Who is mentioned in it.' }),
  }),
  'comment.updated': describe('The text of a comment changed.', comment),
  'comment.deleted': describe('A comment was deleted.', comment),
  'comment.liked': describe('Somebody likes a comment.', { ...comment, isInternal: Type.Optional(isInternal) }),
  'comment.unliked': describe('Somebody does not like a comment any more.', {
    ...comment,
    isInternal: Type.Optional(isInternal),
  }),
  'attachment.added': describe('A file was attached.', file),
  'attachment.deleted': describe('An attached file was deleted.', file),
};

const visibility = text('Who sees the space: private, public or isolated.');
const member = { userId: id('The member.'), role: oneOf(spaceRoles, 'Their role in the space.') };
const spaceName = { name: text('The name of the space.') };

const ofSpaces = {
  'space.created': describe('A space was created.', { ...spaceName, visibility }),
  'space.renamed': describe('A space got another name.', { ...spaceName, oldName: text('The name before.') }),
  'space.archived': describe('A space was archived: it can only be read.', spaceName),
  'space.unarchived': describe('An archived space was taken into use again.', spaceName),
  'space.visibility_changed': describe('Others than before see a space.', {
    visibility,
    oldVisibility: text('The visibility before.'),
  }),
  'space.member_added': describe('A user became a member of a space.', member),
  'space.member_role_changed': describe('A member of a space got another role.', {
    ...member,
    oldRole: Type.Optional(oneOf(spaceRoles, 'Their role before.')),
  }),
  'space.member_removed': describe('A user is not a member of a space any more.', member),
};

const name = text('Its name.');
const place = {
  spaceId: Type.Optional(id('The space it is in.')),
  projectId: Type.Optional(id('The project it is in.')),
};

const happeningsOf = (kind: ChoiceKind): Record<ChoiceHappening, EventDescription> => {
  const own = { [`${kind}Id`]: id(`The ${kind}.`) };
  return {
    created: describe(`A ${kind} was created.`, { ...place, ...own, name }),
    renamed: describe(`A ${kind} got another name.`, { ...own, name, oldName: text('The name before.') }),
    moved: describe(`A ${kind} got another place in the order.`, {
      ...own,
      name: Type.Optional(name),
      position: Type.Integer({ minimum: 1, description: 'Its place in the order, from 1.' }),
      oldPosition: Type.Optional(Type.Integer({ minimum: 1, description: 'Its place before.' })),
    }),
    archived: describe(`A ${kind} was archived: it cannot be chosen anew.`, { ...own, name }),
    unarchived: describe(`An archived ${kind} was taken into use again.`, { ...own, name }),
    deleted: describe(`A ${kind} was deleted; no case had it.`, { ...own, name }),
    merged: describe(`A ${kind} was merged into another one.`, {
      ...own,
      name,
      intoId: id('The one that has its cases now.'),
      intoName: text('The name of that one.'),
    }),
    made_default: describe(`New cases get this ${kind} unless they name another.`, { ...own, name }),
  };
};

const ofChoices = Object.fromEntries(
  choiceKinds.flatMap((kind) =>
    Object.entries(happeningsOf(kind)).map(([happened, description]) => [`${kind}.${happened}`, description]),
  ),
) as Record<`${ChoiceKind}.${ChoiceHappening}`, EventDescription>;

const milestone = { milestoneId: id('The milestone.'), name: Type.Optional(name) };

const color = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const ofChoicesBesides = {
  'status.changed': describe('What a status means or how it looks changed.', {
    statusId: id('The status.'),
    name: Type.Optional(name),
    isClosed: Type.Optional(Type.Boolean({ description: 'Whether the work on a case with it has ended.' })),
    oldIsClosed: Type.Optional(Type.Boolean({ description: 'Whether it had ended before.' })),
    cssClass: Type.Optional(text('How it looks.')),
    oldCssClass: Type.Optional(text('How it looked before.')),
    color: Type.Optional(color('The colour in which it is shown; null for the usual one.')),
    oldColor: Type.Optional(color('The colour before.')),
  }),
  'milestone.scheduled': describe('A milestone got another due date.', {
    ...milestone,
    dueAt: instant('When it is due, of which the day in UTC counts; null for no date.'),
    oldDueAt: Type.Optional(instant('When it was due before.')),
  }),
  'milestone.completed': describe('A milestone was reached.', milestone),
  'milestone.reopened': describe('A milestone that had been reached is open again.', milestone),
};

const template = {
  templateId: id('The template.'),
  projectId: id('The project it belongs to.'),
  name,
};

const ofTemplates = {
  'template.created': describe('A project got a template of new cases.', template),
  'template.updated': describe('A template of new cases changed.', template),
  'template.deleted': describe('A template of new cases was deleted.', template),
};

const ofTags = {
  'tag.renamed': describe('A tag got another name in all cases of the space.', {
    name: text('The name.'),
    oldName: text('The name before.'),
  }),
  'tag.removed': describe('A tag was taken from all cases of the space.', { name: text('The name.') }),
};

const view = {
  viewId: id('The view.'),
  userId: id('Who made the view.'),
  name: Type.Optional(text('Its name, when it is shared.')),
};

const ofViews = {
  'view.created': describe('A query was saved as a view.', view),
  'view.updated': describe('A saved view changed.', view),
  'view.deleted': describe('A saved view was deleted.', view),
};

const user = { userId: id('The user.') };
const key = { ...user, keyId: id('The key.') };
const mute = { ...user, caseId: id('The case.') };
const origin = Type.Optional(
  oneOf(['issued', 'sign-in', 'session'], 'Issued for a purpose, from signing in, or the session of a browser.'),
);

const ofPeople = {
  'workspace.renamed': describe('The workspace got a name, or another one.', {
    name: text('The name.'),
    oldName: text('The name before.'),
  }),
  'user.created': describe('A user was created.', { ...user, username: text('The user name.') }),
  'user.updated': describe('Names, e-mail address, time zone or picture of a user changed.', {
    ...user,
    changed: Type.Array(Type.String(), { description: 'The properties that changed; read the user for their values.' }),
  }),
  'user.activated': describe('A user may sign in again.', user),
  'user.deactivated': describe('A user may not sign in any more.', user),
  'user.role_changed': describe('A user got another role in the workspace.', {
    ...user,
    role: oneOf(workspaceRoles, 'The role.'),
    oldRole: Type.Optional(oneOf(workspaceRoles, 'The role before.')),
  }),
  'user.password_set': describe('The password of a user was set.', user),
  'user.password_link_issued': describe('A link to set a password was issued.', user),
  'user.device_registered': describe('A phone was registered for push messages.', {
    ...user,
    platform: text('The kind of phone.'),
  }),
  'user.device_forgotten': describe('A phone gets no push messages any more.', user),
  'key.created': describe('An API key was issued.', {
    ...key,
    name: text('What the key is for.'),
    origin,
    spaceIds: Type.Union([Type.Array(Type.Integer()), Type.Null()], { description: 'The only spaces it works in.' }),
    rights: Type.Union([Type.Array(oneOf(rights, 'A right.')), Type.Null()], {
      description: 'The only rights it has.',
    }),
  }),
  'key.renamed': describe('Somebody said anew what an API key is for.', {
    ...key,
    name: text('What the key is for.'),
    oldName: text('What it said before.'),
  }),
  'key.revoked': describe('An API key was ended.', {
    ...key,
    name: Type.Optional(text('What the key was for.')),
    origin,
  }),
  'notifications.marked': describe('A user marked notifications as read, or as not read.', {
    ...user,
    isRead: Type.Boolean({ description: 'Whether as read.' }),
    ids: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { description: 'These ones.' })),
    upTo: Type.Optional(id('All up to this one.')),
    spaceId: Type.Optional(id('Only those about cases of this space.')),
  }),
  'notifications.muted': describe('A user does not want to be told of a case any more.', mute),
  'notifications.unmuted': describe('A user wants to be told of a case again.', mute),
  'notifications.preferences_changed': describe('A user chose anew why to be told of cases.', {
    ...user,
    unwanted: Type.Array(Type.String(), { description: 'The reasons for which they are not told.' }),
  }),
};

const webhook = { webhookId: id('The webhook.') };
const url = text('Where it leads.');

const ofWebhooks = {
  'webhook.created': describe('A webhook was made.', { ...webhook, url }),
  'webhook.updated': describe('A webhook was changed.', {
    ...webhook,
    url: Type.Optional(url),
    changed: Type.Array(Type.String(), { description: 'The properties that changed.' }),
  }),
  'webhook.secret_rotated': describe('A webhook got a new secret.', { ...webhook, url: Type.Optional(url) }),
  'webhook.disabled': describe('A webhook was switched off because nothing got through.', {
    ...webhook,
    creatorId: optionalId('Who made it; null for the operator of the machine.'),
    url,
    reason: oneOf(['failing', 'gone'], 'Whether everything failed for a day, or the other side said 410 Gone.'),
  }),
  'webhook.deleted': describe('A webhook was removed.', { ...webhook, url }),
};

/** Every type of event with what it tells. New types may come: clients pass over those they do not know. */
export const eventCatalogue = {
  ...ofCases,
  ...ofSpaces,
  ...ofChoices,
  ...ofChoicesBesides,
  ...ofPeople,
  ...ofTemplates,
  ...ofTags,
  ...ofViews,
  ...ofWebhooks,
} as const satisfies Readonly<Record<EventType, EventDescription>>;
