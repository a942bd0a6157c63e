import type { Context } from '../../platform/context.ts';
import type { Template } from './template.ts';
import { requireReadableTemplate } from './template-access.ts';
import { usableTemplate } from './usable-template.ts';

interface GetTemplate {
  readonly templateId: number;
}

/** A template. Throws TEMPLATE_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED. */
export const getTemplate = async (ctx: Context, { templateId }: GetTemplate): Promise<Template> => {
  const { template, configuration } = await requireReadableTemplate(ctx, templateId);
  return usableTemplate(ctx, template, configuration);
};
