import type { Session } from '../../platform/database/session.ts';
import type { Template, TemplateProperties } from './template.ts';

const columns = [
  'id',
  'project_id as projectId',
  'name',
  'title',
  'description',
  'tags',
  'section_id as sectionId',
  'priority_id as priorityId',
  'assignee_id as assigneeId',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

const toTemplate = <T extends { readonly tags: string }>(row: T): Omit<T, 'tags'> & Pick<Template, 'tags'> => ({
  ...row,
  tags: JSON.parse(row.tags) as string[],
});

export const selectTemplate = async ({ kysely }: Session, id: number): Promise<Template | undefined> => {
  const row = await kysely.selectFrom('case_templates').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toTemplate(row);
};

/** The templates of a project, the first one first. */
export const selectTemplatesOf = async ({ kysely }: Session, projectId: number): Promise<Template[]> => {
  const ofProject = kysely.selectFrom('case_templates').select(columns).where('project_id', '=', projectId);
  return (await ofProject.orderBy('id').execute()).map(toTemplate);
};

const toRow = ({ name, title, description, tags, sectionId, priorityId, assigneeId }: TemplateProperties) => ({
  ...{ name, title, description },
  tags: JSON.stringify(tags),
  section_id: sectionId,
  priority_id: priorityId,
  assignee_id: assigneeId,
});

/** Inserts the template and answers its ID. */
export const insertTemplate = async ({ kysely }: Session, template: Omit<Template, 'id'>): Promise<number> => {
  const { projectId, createdAt, updatedAt } = template;
  const { id } = await kysely
    .insertInto('case_templates')
    .values({ ...toRow(template), project_id: projectId, created_at: createdAt, updated_at: updatedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Writes all that can change of a template, the project too. */
export const updateTemplateRow = async ({ kysely }: Session, template: Template): Promise<void> => {
  await kysely
    .updateTable('case_templates')
    .set({ ...toRow(template), project_id: template.projectId, updated_at: template.updatedAt })
    .where('id', '=', template.id)
    .execute();
};

export const deleteTemplateRow = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.deleteFrom('case_templates').where('id', '=', id).execute();
};

export const deleteTemplatesOf = async ({ kysely }: Session, projectId: number): Promise<void> => {
  await kysely.deleteFrom('case_templates').where('project_id', '=', projectId).execute();
};

const referring = { section: 'section_id', priority: 'priority_id' } as const;
/** What templates refer to beside their project. */
type ReferredKind = keyof typeof referring;

interface Replace {
  readonly kind: ReferredKind;
  readonly id: number;
  /** Null for none. */
  readonly intoId: number | null;
}

/** Gives all templates that name a section or a priority another one. */
export const replaceInTemplates = async ({ kysely }: Session, { kind, id, intoId }: Replace): Promise<void> => {
  await kysely
    .updateTable('case_templates')
    .set({ [referring[kind]]: intoId })
    .where(referring[kind], '=', id)
    .execute();
};
