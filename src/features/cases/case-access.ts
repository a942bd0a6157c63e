import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Right } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { accessOfActor, requireRight, type SpaceAccess } from '../spaces/space-access.ts';
import { findConfiguration, getConfiguration } from '../spaces/space-configuration.ts';
import type { Case, CaseChanges } from './case.ts';

/** A case together with the space it is in and what whoever acts may do there. */
export interface VisibleCase {
  readonly found: Case;
  readonly configuration: SpaceConfiguration;
  readonly access: SpaceAccess;
}

/** What whoever acts may see of a case that was looked up. Throws CASE_NOT_FOUND when it is nothing. */
export const requireVisible = async (ctx: Context, caseId: number, found: Case | undefined): Promise<VisibleCase> => {
  // What is in the bin is seen only by those who look into the bin.
  const visible = found === undefined || found.deletedAt !== null ? undefined : await inSight(ctx, found);
  if (visible === undefined) throw caseNotFound(caseId);
  return visible;
};

/** The same for a case that may be in the bin; undefined when it does not exist for whoever acts. */
export const inSight = async (ctx: Context, found: Case): Promise<VisibleCase | undefined> => {
  const configuration = await getConfiguration(ctx, found.spaceId);
  const access = await accessOfActor(ctx, configuration);
  return access && { found, configuration, access };
};

/** The space a case is to be put into, and what may be done there. Throws FIELDS_INVALID when it does not exist for whoever acts. */
export const requireSpace = async (
  ctx: Context,
  spaceId: number,
): Promise<{ configuration: SpaceConfiguration; access: SpaceAccess }> => {
  const configuration = await findConfiguration(ctx, spaceId);
  const access = configuration && (await accessOfActor(ctx, configuration));
  if (configuration === undefined || access === undefined) {
    throw invalidField('spaceId', `must be a space that you can see: there is no ${spaceId}`);
  }
  if (configuration.projects.size === 0) throw invalidField('spaceId', 'must be a space that has a project');
  return { configuration, access };
};

/** Which right the change of a property needs, beside the right to update the case at all. */
const rightsByProperty: Readonly<
  Partial<Record<keyof CaseChanges, { readonly right: Right; readonly purpose: string }>>
> = {
  assigneeId: { right: 'AssignToUser', purpose: 'assign cases' },
  priorityId: { right: 'UpdateIssuePriority', purpose: 'set the priority of cases' },
  statusId: { right: 'UpdateIssueStatus', purpose: 'set the status of cases' },
  recipientIds: { right: 'AddRecipients', purpose: 'choose who is kept informed' },
};

/** Whether whoever acts reported or created the case. */
export const isOwn = (ctx: Context, { reporterId, creatorId }: Case): boolean =>
  ctx.actor.userId === reporterId || ctx.actor.userId === creatorId;

/** The right it takes to change this case at all. */
export const updateRight = (ctx: Context, found: Case): Right => (isOwn(ctx, found) ? 'Update' : 'AdminEntityUpdate');

/** Throws RIGHT_MISSING unless whoever acts may update this case at all. */
export const requireCanUpdate = (ctx: Context, { found, access }: VisibleCase): void => {
  requireRight(access, updateRight(ctx, found), `change case ${found.id}`);
};

/** Throws RIGHT_MISSING unless each of the properties may be set. */
export const requireCanSet = (access: SpaceAccess, properties: readonly string[]): void => {
  for (const property of properties) {
    const needed = rightsByProperty[property as keyof CaseChanges];
    if (needed !== undefined) requireRight(access, needed.right, needed.purpose);
  }
};

/** The refusal for a case that does not exist, at least not for whoever acts. */
const caseNotFound = (caseId: number): DomainError =>
  new DomainError('CASE_NOT_FOUND', { message: `There is no case ${caseId}.` });
