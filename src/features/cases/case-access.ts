import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Right, SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { requireRight, roleOfActor } from '../spaces/space-access.ts';
import { findConfiguration, getConfiguration } from '../spaces/space-configuration.ts';
import type { Case, CaseChanges } from './case.ts';

/** A case together with the space it is in and the role in it of whoever acts. */
export interface VisibleCase {
  readonly found: Case;
  readonly configuration: SpaceConfiguration;
  readonly role: SpaceRole;
}

/** What whoever acts may see of a case that was looked up. Throws CASE_NOT_FOUND when it is nothing. */
export const requireVisible = async (ctx: Context, caseId: number, found: Case | undefined): Promise<VisibleCase> => {
  if (found === undefined) throw caseNotFound(caseId);
  const configuration = await getConfiguration(ctx, found.spaceId);
  const role = await roleOfActor(ctx, configuration);
  if (role === undefined) throw caseNotFound(caseId);
  return { found, configuration, role };
};

/** The space a case is to be put into, and the role there. Throws FIELDS_INVALID when it does not exist for whoever acts. */
export const requireSpace = async (
  ctx: Context,
  spaceId: number,
): Promise<{ configuration: SpaceConfiguration; role: SpaceRole }> => {
  const configuration = await findConfiguration(ctx, spaceId);
  const role = configuration && (await roleOfActor(ctx, configuration));
  if (configuration === undefined || role === undefined) {
    throw invalidField('spaceId', `must be a space that you can see: there is no ${spaceId}`);
  }
  if (configuration.projects.size === 0) throw invalidField('spaceId', 'must be a space that has a project');
  return { configuration, role };
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

/** Throws RIGHT_MISSING unless whoever acts may update this case at all. */
export const requireCanUpdate = (ctx: Context, { found, role }: VisibleCase): void => {
  const own = ctx.actor.userId === found.reporterId || ctx.actor.userId === found.creatorId;
  requireRight(role, own ? 'Update' : 'AdminEntityUpdate', `change case ${found.id}`);
};

/** Throws RIGHT_MISSING unless the role allows to set each of the properties. */
export const requireCanSet = (role: SpaceRole, properties: readonly string[]): void => {
  for (const property of properties) {
    const needed = rightsByProperty[property as keyof CaseChanges];
    if (needed !== undefined) requireRight(role, needed.right, needed.purpose);
  }
};

const caseNotFound = (caseId: number): DomainError =>
  new DomainError('CASE_NOT_FOUND', { message: `There is no case ${caseId}.` });
