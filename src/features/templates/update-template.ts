import type { Context } from '../../platform/context.ts';
import { completeTemplate } from './complete-template.ts';
import { recordTemplate } from './record-template.ts';
import type { TemplateProperties } from './template.ts';
import { requireManagedTemplate } from './template-access.ts';
import { selectTemplatesOf, updateTemplateRow } from './templates.store.ts';

interface UpdateTemplate {
  readonly templateId: number;
  readonly changes: Partial<TemplateProperties>;
}

/** Changes the named properties of a template. Throws TEMPLATE_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID. */
export const updateTemplate = (ctx: Context, { templateId, changes }: UpdateTemplate): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { template: before, configuration } = await requireManagedTemplate(tx, templateId);
    const { projectId } = before;
    const properties = { ...before, ...changes };
    const isNew = (property: keyof TemplateProperties): boolean => !isSame(properties[property], before[property]);
    const others = (await selectTemplatesOf(tx.db, projectId)).filter(({ id }) => id !== templateId);
    const after = {
      ...before,
      ...(await completeTemplate(tx, { configuration, projectId, properties, others, isNew })),
    };
    if (isSame(after, before)) return;
    await updateTemplateRow(tx.db, { ...after, updatedAt: tx.now });
    await recordTemplate(tx, { type: 'template.updated', spaceId: configuration.space.id, template: after });
  });

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
