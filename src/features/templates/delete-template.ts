import type { Context } from '../../platform/context.ts';
import { recordTemplate } from './record-template.ts';
import { requireManagedTemplate } from './template-access.ts';
import { deleteTemplateRow } from './templates.store.ts';

interface DeleteTemplate {
  readonly templateId: number;
}

/** Deletes a template; cases that have begun with it stay as they are. Throws TEMPLATE_NOT_FOUND, RIGHT_MISSING. */
export const deleteTemplate = (ctx: Context, { templateId }: DeleteTemplate): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { template, configuration } = await requireManagedTemplate(tx, templateId);
    await deleteTemplateRow(tx.db, templateId);
    await recordTemplate(tx, { type: 'template.deleted', spaceId: configuration.space.id, template });
  });
