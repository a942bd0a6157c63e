import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';
import type { Template } from './template.ts';

/**
 * The template as far as a new case can begin with it: without a section or a priority that is archived meanwhile, and
 * without somebody who does not see the space any more. They are there again when they can be chosen again.
 */
export const usableTemplate = async (
  ctx: Context,
  template: Template,
  configuration: SpaceConfiguration,
): Promise<Template> => {
  const { sectionId, priorityId, assigneeId } = template;
  const { sections, priorities } = configuration;
  const assignee = assigneeId === null ? undefined : await findUser(ctx, assigneeId);
  return {
    ...template,
    sectionId: sections.get(sectionId ?? 0)?.archived === false ? sectionId : null,
    priorityId: priorities.get(priorityId ?? 0)?.archived === false ? priorityId : null,
    assigneeId: roleOfUser(configuration, assignee) === undefined ? null : assigneeId,
  };
};
