import { type FieldProblem, invalidField, refuseInvalidFields } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { defaultOf, type SpaceConfiguration } from '../spaces/space.ts';
import { requireRight, roleOfUser, type SpaceAccess } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';
import { type Case, type CaseChanges, type CaseProperties, firstValues } from './case.ts';
import { requireCanSet, requireSpace } from './case-access.ts';
import { isCostly, normalizeChanges } from './normalize-changes.ts';
import { recordChanges } from './record-change.ts';
import { insertCaseRows } from './save-case.store.ts';
import { settleChanges } from './settle-changes.ts';

interface CreateCase {
  readonly properties: CaseChanges & { readonly reporterId?: number };
  /** An ID and times that are known already: when cases are brought along from elsewhere. */
  readonly id?: number;
  readonly createdAt?: number;
  readonly updatedAt?: number;
}

/** A case as it will be, checked and not written yet. */
export interface PlannedCase extends Omit<Case, 'id'> {
  /** Where it has a number already. */
  readonly id?: number;
}

/**
 * Creates a case and answers with its ID. Title, space and project must be given; status and priority are the space's
 * defaults unless named. Throws FIELDS_INVALID, RIGHT_MISSING. Source: communifire-api.md section 3, cases.
 */
export const createCase = async (ctx: Context, { properties, ...given }: CreateCase): Promise<number> => {
  requireTitleSpaceProject(properties);
  if (isCostly(properties)) await requireCanCreate(ctx, properties);
  const normalized = normalizeChanges(properties);
  return ctx.inTransaction(async (tx) => {
    const planned = await planCase(tx, { properties: normalized, ...given });
    const [caseId = 0] = await carryOutCreations(tx, [planned]);
    return caseId;
  });
};

/**
 * The case that normalised properties lead to, checked as far as rights and references go. Throws FIELDS_INVALID,
 * RIGHT_MISSING.
 */
export const planCase = async (tx: Context, { properties, ...given }: CreateCase): Promise<PlannedCase> => {
  requireTitleSpaceProject(properties);
  const { reporterId, ...changes } = properties;
  const { configuration, access } = await requireCanCreate(tx, changes);
  const people = await requirePeople(tx, { reporterId, access, configuration });
  const before = { ...blankCase(configuration), reporterId: people.reporterId };
  const settled = await settleChanges(tx, { before, changes, from: configuration, to: configuration });
  requireCanSet(access, askedBeyondDefaults(changes, before));
  const { creatorId } = people;
  const { id } = given;
  const times = { ...given, ...timesOf(tx, access, given) };
  const createdAt = times.createdAt ?? tx.now;
  const updatedAt = times.updatedAt ?? createdAt;
  return { ...settled, creatorId, ...newCase, createdAt, updatedAt, ...(id === undefined ? {} : { id }) };
};

/** Writes planned cases in this transaction, with all that goes with them, and answers their IDs in the same order. */
export const carryOutCreations = async (tx: Context, planned: readonly PlannedCase[]): Promise<number[]> => {
  const ids = await insertCaseRows(tx.db, planned);
  const created = planned.map((each, place): Case => ({ ...each, id: ids[place] ?? 0 }));
  if (planned.some(({ id }) => id !== undefined)) await continueIdsAfterHighest(tx.db, 'cases');
  await recordChanges(
    tx,
    created.map((after) => ({ type: 'case.created', after, changes: firstValues(after) })),
  );
  return ids;
};

/** The space the case is for. Throws FIELDS_INVALID when it does not exist for whoever acts, RIGHT_MISSING. */
const requireCanCreate = async (ctx: Context, { spaceId = 0 }: CaseChanges) => {
  const { configuration, access } = await requireSpace(ctx, spaceId);
  requireRight(access, 'Create', `create a case in the space "${configuration.space.name}"`);
  return { configuration, access };
};

/** The operator brings times along as they are; others can only say when a case began, if they may act for others. */
const timesOf = (tx: Context, access: SpaceAccess, given: Pick<CreateCase, 'createdAt' | 'updatedAt'>) => {
  if (tx.actor.userId === null) return given;
  const createdAt = access.may('AdminEntityUpdate') ? given.createdAt : undefined;
  return { createdAt: Math.min(createdAt ?? tx.now, tx.now), updatedAt: tx.now };
};

interface People {
  readonly reporterId: number | undefined;
  readonly access: SpaceAccess;
  readonly configuration: SpaceConfiguration;
}

/** Who creates and who reports: the same person, unless someone may report in another's name. */
const requirePeople = async (tx: Context, { reporterId, access, configuration }: People) => {
  const creatorId = tx.actor.userId ?? reporterId;
  if (creatorId === undefined) throw invalidField('reporterId', 'is required here');
  if (reporterId === undefined || reporterId === creatorId) return { creatorId, reporterId: creatorId };
  requireRight(access, 'AdminEntityUpdate', 'report a case in the name of another user');
  if (roleOfUser(configuration, await findUser(tx, reporterId)) !== undefined) return { creatorId, reporterId };
  const problem = `must be someone who can see the space "${configuration.space.name}": user ${reporterId} is not`;
  throw invalidField('reporterId', problem);
};

/** What every case begins with. */
const newCase = { revision: 1, commentCount: 0, internalCommentCount: 0, attachmentCount: 0, deletedAt: null } as const;

const requireTitleSpaceProject = (properties: CaseChanges): void => {
  const required = ['title', 'spaceId', 'projectId'] as const;
  const missing = required.filter((field) => properties[field] === undefined);
  refuseInvalidFields(missing.map((field): FieldProblem => ({ field, problem: 'is required' })));
};

const blankCase = (configuration: SpaceConfiguration): Omit<CaseProperties, 'reporterId'> => ({
  title: '',
  description: '',
  spaceId: configuration.space.id,
  projectId: defaultOf(configuration.projects).id,
  sectionId: null,
  milestoneId: null,
  statusId: defaultOf(configuration.statuses).id,
  priorityId: defaultOf(configuration.priorities).id,
  assigneeId: null,
  dueOn: null,
  tags: [],
  recipientIds: [],
});

/** A property given with the value it would have anyway needs no right. */
const askedBeyondDefaults = (changes: CaseChanges, blank: CaseProperties): string[] =>
  (Object.keys(changes) as (keyof CaseChanges)[]).filter(
    (property) => JSON.stringify(changes[property]) !== JSON.stringify(blank[property]),
  );
