import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { requireManagedChoice } from '../choices/choice-access.ts';
import { requireVisibleChoice } from '../choices/visible-choice.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { accessOfActor, requireRight } from '../spaces/space-access.ts';
import type { Template } from './template.ts';
import { selectTemplate } from './templates.store.ts';

const templateNotFound = (templateId: number): DomainError =>
  new DomainError('TEMPLATE_NOT_FOUND', { message: `There is no template ${templateId}.` });

/**
 * The configuration of the space of a project whose templates whoever acts may read: they create cases there, or
 * configure the space. Throws PROJECT_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED.
 */
export const requireReadableTemplates = async (ctx: Context, projectId: number): Promise<SpaceConfiguration> => {
  const { configuration } = await requireVisibleChoice(ctx, { kind: 'project', id: projectId });
  const access = await accessOfActor(ctx, configuration);
  if (access?.may('ManageSpace') === false) {
    requireRight(access, 'Create', `read templates of new cases in the space "${configuration.space.name}"`);
  }
  return configuration;
};

interface ReadableTemplate {
  readonly template: Template;
  readonly configuration: SpaceConfiguration;
}

/** A template that whoever acts may read, and the space it is of. Throws TEMPLATE_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED. */
export const requireReadableTemplate = async (ctx: Context, templateId: number): Promise<ReadableTemplate> => {
  const template = await selectTemplate(ctx.db, templateId);
  if (template === undefined) throw templateNotFound(templateId);
  try {
    return { template, configuration: await requireReadableTemplates(ctx, template.projectId) };
  } catch (error) {
    throw withoutProject(error, templateId);
  }
};

/**
 * A template that whoever acts may change, kept from other changes of configuration. Throws TEMPLATE_NOT_FOUND,
 * RIGHT_MISSING.
 */
export const requireManagedTemplate = async (tx: Context, templateId: number): Promise<ReadableTemplate> => {
  const found = await selectTemplate(tx.db, templateId);
  if (found === undefined) throw templateNotFound(templateId);
  try {
    const { configuration } = await requireManagedChoice(tx, { kind: 'project', id: found.projectId });
    // Somebody else may have been faster while this one waited.
    const template = await selectTemplate(tx.db, templateId);
    if (template === undefined) throw templateNotFound(templateId);
    return { template, configuration };
  } catch (error) {
    throw withoutProject(error, templateId);
  }
};

/** Who does not see the project is not told that there is a template. */
const withoutProject = (error: unknown, templateId: number): unknown =>
  error instanceof DomainError && error.code === 'PROJECT_NOT_FOUND' ? templateNotFound(templateId) : error;
