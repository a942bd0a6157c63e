import { type FieldProblem, refuseInvalidFields } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { normalizeChanges } from '../cases/normalize-changes.ts';
import { type RichTextField, sizeProblem } from '../cases/rich-text.ts';
import { isSameName, usableName } from '../choices/choice.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';
import type { Template, TemplateProperties } from './template.ts';

const descriptionField: RichTextField = { field: 'description', maxBytes: 64 * 1024 };

interface CompleteTemplate {
  readonly configuration: SpaceConfiguration;
  readonly projectId: number;
  readonly properties: TemplateProperties;
  /** The other templates of the project. */
  readonly others: readonly Template[];
  /** Whether a property is said anew: what was usable when it was said may stay. */
  readonly isNew: (property: keyof TemplateProperties) => boolean;
}

/** The properties in the form in which they are kept. Throws FIELDS_INVALID. */
export const completeTemplate = async (ctx: Context, complete: CompleteTemplate): Promise<TemplateProperties> => {
  const { properties, others, isNew } = complete;
  const name = usableName('name', properties.name);
  const { title, description, tags } = properties;
  const problems = [
    ...nameProblems(name, others),
    ...sizeProblems(description),
    ...(isNew('sectionId') ? sectionProblems(complete) : []),
    ...(isNew('priorityId') ? priorityProblems(complete) : []),
    ...(isNew('assigneeId') ? await assigneeProblems(ctx, complete) : []),
  ];
  refuseInvalidFields(problems);
  // A case must have a title; a template need not.
  const texts = normalizeChanges({ description, tags, ...(title.trim() === '' ? {} : { title }) });
  return { ...properties, title: '', ...texts, name };
};

const nameProblems = (name: string, others: readonly Template[]): FieldProblem[] => {
  const taken = others.find((other) => isSameName(other.name, name));
  if (taken === undefined) return [];
  return [{ field: 'name', problem: `must be new: there is already the template "${taken.name}" (${taken.id})` }];
};

const sizeProblems = (description: string): FieldProblem[] => {
  const problem = sizeProblem(description, descriptionField);
  return problem === undefined ? [] : [{ field: 'description', problem }];
};

const sectionProblems = ({ configuration, projectId, properties: { sectionId } }: CompleteTemplate): FieldProblem[] => {
  if (sectionId === null) return [];
  const section = configuration.sections.get(sectionId);
  if (section?.projectId !== projectId) {
    return [{ field: 'sectionId', problem: `must be a section of this project: there is no ${sectionId}` }];
  }
  return archivedProblems('sectionId', section);
};

const priorityProblems = ({ configuration, properties: { priorityId } }: CompleteTemplate): FieldProblem[] => {
  if (priorityId === null) return [];
  const priority = configuration.priorities.get(priorityId);
  const { name } = configuration.space;
  if (priority !== undefined) return archivedProblems('priorityId', priority);
  return [{ field: 'priorityId', problem: `must be a priority of the space "${name}": there is no ${priorityId}` }];
};

interface Named {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
}

const archivedProblems = (field: string, { id, name, archived }: Named): FieldProblem[] =>
  archived ? [{ field, problem: `must not be archived: "${name}" (${id}) is` }] : [];

const assigneeProblems = async (
  ctx: Context,
  { configuration, properties: { assigneeId } }: CompleteTemplate,
): Promise<FieldProblem[]> => {
  if (assigneeId === null || roleOfUser(configuration, await findUser(ctx, assigneeId)) !== undefined) return [];
  const who = `someone who can see the space "${configuration.space.name}"`;
  return [{ field: 'assigneeId', problem: `must be ${who}: user ${assigneeId} is not` }];
};
