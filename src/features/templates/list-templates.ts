import type { Context } from '../../platform/context.ts';
import type { Template } from './template.ts';
import { requireReadableTemplates } from './template-access.ts';
import { selectTemplatesOf } from './templates.store.ts';
import { usableTemplate } from './usable-template.ts';

interface ListTemplates {
  readonly projectId: number;
}

/** The templates of a project, the first one first. Throws PROJECT_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED. */
export const listTemplates = async (ctx: Context, { projectId }: ListTemplates): Promise<Template[]> => {
  const configuration = await requireReadableTemplates(ctx, projectId);
  const usable: Template[] = [];
  for (const each of await selectTemplatesOf(ctx.db, projectId)) {
    usable.push(await usableTemplate(ctx, each, configuration));
  }
  return usable;
};
