import type { FieldProblem } from '../../kernel/errors.ts';
import { refuseInvalidFields } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { defaultOf, type Priority, type SpaceConfiguration, type Status } from '../spaces/space.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';
import type { CaseChanges, CaseProperties, ConfiguredProperty } from './case.ts';

interface SettleChanges {
  readonly before: CaseProperties;
  readonly changes: CaseChanges;
  /** The configuration of the space the case is in, and of the one it will be in: the same unless it moves. */
  readonly from: SpaceConfiguration;
  readonly to: SpaceConfiguration;
}

/**
 * The state of the case after the changes, with what they leave open decided: a case that moves keeps what exists on
 * the other side and takes that side's defaults for the rest. Throws FIELDS_INVALID when something named is not usable
 * there. Source: communifire-api.md section 2, rules.
 */
export const settleChanges = async (ctx: Context, settle: SettleChanges): Promise<CaseProperties> => {
  const { before, changes, to } = settle;
  const projectId = changes.projectId ?? carriedProject(settle);
  const after: CaseProperties = {
    ...before,
    ...changes,
    projectId,
    spaceId: to.space.id,
    sectionId: changes.sectionId === undefined ? carried(before.sectionId, to.sections, projectId) : changes.sectionId,
    milestoneId:
      changes.milestoneId === undefined ? carried(before.milestoneId, to.milestones, projectId) : changes.milestoneId,
    statusId: changes.statusId ?? counterpart(before.statusId, settle.from.statuses, to.statuses),
    priorityId: changes.priorityId ?? counterpart(before.priorityId, settle.from.priorities, to.priorities),
    ...(settle.from === to ? {} : await carriedPeople(ctx, settle)),
  };
  refuseInvalidFields([...configurationProblems(settle, after), ...(await peopleProblems(ctx, settle))]);
  return after;
};

const carriedProject = ({ before, from, to }: SettleChanges): number =>
  from === to ? before.projectId : defaultOf(to.projects).id;

/** A section or milestone stays as long as it belongs to the project. */
const carried = (
  id: number | null,
  known: ReadonlyMap<number, { readonly projectId: number }>,
  projectId: number,
): number | null => (ofProject(known, id, projectId) === undefined ? null : id);

/** The status or priority itself, the one of the same name that the new space uses, or the new space's default. */
const counterpart = <T extends Status | Priority>(
  id: number,
  from: ReadonlyMap<number, T>,
  to: ReadonlyMap<number, T>,
): number => {
  if (to.has(id)) return id;
  const name = from.get(id)?.name;
  return ([...to.values()].find((choice) => choice.name === name && !choice.archived) ?? defaultOf<T>(to)).id;
};

/** Assignee and recipients go along if they can see the new space. */
const carriedPeople = async (ctx: Context, { before, changes, to }: SettleChanges) => {
  const { assigneeId = before.assigneeId, recipientIds = before.recipientIds } = changes;
  const keepsAssignee = changes.assigneeId !== undefined || assigneeId === null || (await sees(ctx, assigneeId, to));
  const keptRecipients: number[] = [];
  for (const id of recipientIds) {
    if (changes.recipientIds !== undefined || (await sees(ctx, id, to))) keptRecipients.push(id);
  }
  return { assigneeId: keepsAssignee ? assigneeId : null, recipientIds: keptRecipients };
};

/** What a case refers to in the configuration of its space: its name, and whether it can be chosen still. */
interface Choice {
  readonly archived: boolean;
  readonly name?: string;
  readonly title?: string;
}

const configurationProblems = ({ before, changes, to }: SettleChanges, after: CaseProperties): FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const demand = (field: ConfiguredProperty, choice: Choice | undefined, place: string): void => {
    const id = changes[field];
    if (id === undefined || id === null) return;
    if (choice === undefined) problems.push({ field, problem: `must be one of ${place}: there is no ${id}` });
    // A client that sends back all it has read changes nothing, also when something of it was archived meanwhile.
    else if (choice.archived && id !== before[field]) {
      problems.push({ field, problem: `must not be archived: "${choice.name ?? choice.title}" (${id}) is` });
    }
  };
  const space = `the space "${to.space.name}"`;
  const project = `the project "${to.projects.get(after.projectId)?.title ?? after.projectId}"`;
  demand('projectId', to.projects.get(after.projectId), space);
  demand('statusId', to.statuses.get(after.statusId), space);
  demand('priorityId', to.priorities.get(after.priorityId), space);
  demand('sectionId', ofProject(to.sections, after.sectionId, after.projectId), project);
  demand('milestoneId', ofProject(to.milestones, after.milestoneId, after.projectId), project);
  return problems;
};

const ofProject = <T extends { readonly projectId: number }>(
  known: ReadonlyMap<number, T>,
  id: number | null,
  projectId: number,
): T | undefined => {
  const found = known.get(id ?? 0);
  return found?.projectId === projectId ? found : undefined;
};

const peopleProblems = async (ctx: Context, { before, changes, from, to }: SettleChanges): Promise<FieldProblem[]> => {
  const problems: FieldProblem[] = [];
  const { assigneeId, recipientIds = [] } = changes;
  // Who was deactivated since may stay on the case: a client that sends back all it has read changes nothing.
  const there = from === to ? before : undefined;
  const who = `someone who can see the space "${to.space.name}"`;
  const isNew = assigneeId !== undefined && assigneeId !== null && assigneeId !== there?.assigneeId;
  if (isNew && !(await sees(ctx, assigneeId, to))) {
    problems.push({ field: 'assigneeId', problem: `must be ${who}: user ${assigneeId} is not` });
  }
  const strangers: number[] = [];
  const added = recipientIds.filter((id) => !there?.recipientIds.includes(id));
  for (const id of added) if (!(await sees(ctx, id, to))) strangers.push(id);
  if (strangers.length > 0) {
    problems.push({
      field: 'recipientIds',
      problem: `must name people who can see the space "${to.space.name}": ${strangers.slice(0, 10).join(', ')} cannot`,
    });
  }
  return problems;
};

const sees = async (ctx: Context, userId: number, configuration: SpaceConfiguration): Promise<boolean> =>
  roleOfUser(configuration, await findUser(ctx, userId)) !== undefined;
