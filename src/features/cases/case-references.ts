import { personOf } from '../../kernel/person.ts';
import type { Context } from '../../platform/context.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { findUser } from '../users/find-user.ts';
import type { Case } from './case.ts';

/** What a case refers to and what can be told together with it. */
export const caseReferences = [
  'space',
  'project',
  'section',
  'milestone',
  'status',
  'priority',
  'assignee',
  'reporter',
  'creator',
  'recipients',
] as const;

export type CaseReference = (typeof caseReferences)[number];

/** What can be asked for beside the own properties of a case. */
export const caseIncludes = [...caseReferences, 'externalId'] as const;
export type CaseInclude = (typeof caseIncludes)[number];

interface ReferencesOf {
  readonly found: Case;
  readonly names: readonly CaseReference[];
}

/** What the case refers to, under the names of the references; null where it refers to nothing. */
export const referencesOf = async (
  ctx: Context,
  { found, names }: ReferencesOf,
): Promise<Partial<Record<CaseReference, unknown>>> => {
  const references: Partial<Record<CaseReference, unknown>> = {};
  for (const name of names) references[name] = await lookUps[name](ctx, found);
  return references;
};

type LookUp = (ctx: Context, found: Case) => unknown | Promise<unknown>;

const person = async (ctx: Context, id: number | null) => {
  const user = id === null ? undefined : await findUser(ctx, id);
  return user === undefined ? null : personOf(user);
};

const lookUps: Readonly<Record<CaseReference, LookUp>> = {
  space: async (ctx, { spaceId }) => {
    const { id, name } = (await getConfiguration(ctx, spaceId)).space;
    return { id, name };
  },
  project: async (ctx, { spaceId, projectId }) => titled((await getConfiguration(ctx, spaceId)).projects, projectId),
  section: async (ctx, { spaceId, sectionId }) => {
    const section = (await getConfiguration(ctx, spaceId)).sections.get(sectionId ?? 0);
    return section === undefined ? null : { id: section.id, name: section.name };
  },
  milestone: async (ctx, { spaceId, milestoneId }) =>
    titled((await getConfiguration(ctx, spaceId)).milestones, milestoneId),
  status: async (ctx, { spaceId, statusId }) => {
    const status = (await getConfiguration(ctx, spaceId)).statuses.get(statusId);
    return status === undefined
      ? null
      : { id: status.id, name: status.name, isClosed: status.isClosed, color: status.color };
  },
  priority: async (ctx, { spaceId, priorityId }) => {
    const priority = (await getConfiguration(ctx, spaceId)).priorities.get(priorityId);
    return priority === undefined ? null : { id: priority.id, name: priority.name };
  },
  assignee: (ctx, { assigneeId }) => person(ctx, assigneeId),
  reporter: (ctx, { reporterId }) => person(ctx, reporterId),
  creator: (ctx, { creatorId }) => person(ctx, creatorId),
  recipients: async (ctx, { recipientIds }) => {
    const people = await Promise.all(recipientIds.map((id) => person(ctx, id)));
    return people.filter((each) => each !== null);
  },
};

const titled = (choices: ReadonlyMap<number, { readonly id: number; readonly title: string }>, id: number | null) => {
  const choice = choices.get(id ?? 0);
  return choice === undefined ? null : { id: choice.id, title: choice.title };
};
