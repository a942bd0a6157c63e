import { type FieldProblem, invalidField, refuseInvalidFields } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { defaultOf, type SpaceConfiguration } from '../spaces/space.ts';
import { requireRight, roleOfUser } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';
import { type Case, type CaseChanges, type CaseProperties, firstValues } from './case.ts';
import { requireCanSet, requireSpace } from './case-access.ts';
import { normalizeChanges } from './normalize-changes.ts';
import { recordChange } from './record-change.ts';
import { insertCaseRow } from './save-case.store.ts';
import { settleChanges } from './settle-changes.ts';

interface CreateCase {
  readonly properties: CaseChanges & { readonly reporterId?: number };
  /** An ID and times that are known already: only when cases are brought along from elsewhere. */
  readonly id?: number;
  readonly createdAt?: number;
  readonly updatedAt?: number;
}

/**
 * Creates a case and answers with its ID. Title, space and project must be given; status and priority are the space's
 * defaults unless named. Throws FIELDS_INVALID, RIGHT_MISSING. Source: communifire-api.md section 3, cases.
 */
export const createCase = (ctx: Context, { properties, id, createdAt, updatedAt }: CreateCase): Promise<number> => {
  requireTitleSpaceProject(properties);
  const { reporterId, ...changes } = normalizeChanges(properties);
  return ctx.inTransaction(async (tx) => {
    const { configuration, role } = await requireSpace(tx, changes.spaceId ?? 0);
    requireRight(role, 'Create', `create a case in the space "${configuration.space.name}"`);
    const creatorId = tx.actor.userId ?? reporterId;
    if (creatorId === undefined) throw invalidField('reporterId', 'is required here');
    if (reporterId !== undefined && reporterId !== creatorId) {
      requireRight(role, 'AdminEntityUpdate', 'report a case in the name of another user');
    }
    const before = { ...blankCase(configuration), reporterId: reporterId ?? creatorId };
    await requireReporter(tx, before.reporterId, configuration);
    const settled = await settleChanges(tx, { before, changes, from: configuration, to: configuration });
    requireCanSet(role, askedBeyondDefaults(changes, before));
    const { now } = tx;
    const times = { createdAt: createdAt ?? now, updatedAt: updatedAt ?? createdAt ?? now };
    const created: Omit<Case, 'id'> = { ...settled, creatorId, revision: 1, commentCount: 0, ...times };
    const caseId = await insertCaseRow(tx.db, id === undefined ? created : { ...created, id });
    if (id !== undefined) await continueIdsAfterHighest(tx.db, 'cases');
    const after: Case = { ...created, id: caseId };
    await recordChange(tx, { type: 'case.created', after, changes: firstValues(after) });
    return caseId;
  });
};

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
  tags: [],
  recipientIds: [],
});

/** A property given with the value it would have anyway needs no right. */
const askedBeyondDefaults = (changes: CaseChanges, blank: CaseProperties): string[] =>
  (Object.keys(changes) as (keyof CaseChanges)[]).filter(
    (property) => JSON.stringify(changes[property]) !== JSON.stringify(blank[property]),
  );

const requireReporter = async (tx: Context, reporterId: number, configuration: SpaceConfiguration): Promise<void> => {
  if (roleOfUser(configuration, await findUser(tx, reporterId)) !== undefined) return;
  const problem = `must be someone who can see the space "${configuration.space.name}": user ${reporterId} is not`;
  throw invalidField('reporterId', problem);
};
