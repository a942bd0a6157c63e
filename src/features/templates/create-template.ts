import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { requireManagedChoice } from '../choices/choice-access.ts';
import { completeTemplate } from './complete-template.ts';
import { recordTemplate } from './record-template.ts';
import { blankTemplate, MAX_TEMPLATES, type TemplateProperties } from './template.ts';
import { insertTemplate, selectTemplatesOf } from './templates.store.ts';

interface CreateTemplate {
  readonly projectId: number;
  readonly properties: Pick<TemplateProperties, 'name'> & Partial<TemplateProperties>;
}

/**
 * Gives a project a template of new cases, and answers with its ID. Throws PROJECT_NOT_FOUND, RIGHT_MISSING,
 * FIELDS_INVALID, and CONFIGURATION_CONFLICT when there are too many.
 */
export const createTemplate = (ctx: Context, { projectId, properties }: CreateTemplate): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    const { configuration, spaceId } = await requireManagedChoice(tx, { kind: 'project', id: projectId });
    const others = await selectTemplatesOf(tx.db, projectId);
    const wanted = { ...blankTemplate, ...properties };
    const complete = await completeTemplate(tx, {
      ...{ configuration, projectId, others, properties: wanted },
      isNew: () => true,
    });
    if (others.length >= MAX_TEMPLATES) {
      const message = `A project can have at most ${MAX_TEMPLATES} templates: delete one first.`;
      throw new DomainError('CONFIGURATION_CONFLICT', { message });
    }
    const created = { ...complete, projectId, createdAt: tx.now, updatedAt: tx.now };
    const id = await insertTemplate(tx.db, created);
    await recordTemplate(tx, { type: 'template.created', spaceId, template: { ...created, id } });
    return id;
  });
