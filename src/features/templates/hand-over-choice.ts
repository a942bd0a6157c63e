import type { Context } from '../../platform/context.ts';
import { type ChoiceKind, isSameName, MAX_NAME_LENGTH } from '../choices/choice.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import type { Template } from './template.ts';
import { replaceInTemplates, selectTemplatesOf, updateTemplateRow } from './templates.store.ts';

interface HandOverChoice {
  readonly kind: ChoiceKind;
  readonly id: number;
  /** The one that stays. */
  readonly intoId: number;
  readonly configuration: SpaceConfiguration;
}

/** Before a choice goes because it is merged into another one: templates get the other one, those of a project, too. */
export const handOverChoice = async (tx: Context, handOver: HandOverChoice): Promise<void> => {
  const { kind, id, intoId } = handOver;
  if (kind === 'project') await moveTemplates(tx, handOver);
  if (kind === 'section' || kind === 'priority') await replaceInTemplates(tx.db, { kind, id, intoId });
};

/** They go to the project that stays, to the sections of the same name. */
const moveTemplates = async (tx: Context, { id, intoId, configuration }: HandOverChoice): Promise<void> => {
  const there = await selectTemplatesOf(tx.db, intoId);
  for (const template of await selectTemplatesOf(tx.db, id)) {
    const moved = {
      ...template,
      projectId: intoId,
      name: newName(template, there, configuration.projects.get(id)?.title ?? ''),
      sectionId: twinOf(template.sectionId, intoId, configuration),
    };
    there.push(moved);
    await updateTemplateRow(tx.db, moved);
  }
};

const twinOf = (sectionId: number | null, intoId: number, { sections }: SpaceConfiguration): number | null => {
  const name = sections.get(sectionId ?? 0)?.name;
  const twin = [...sections.values()].find(
    (each) => each.projectId === intoId && name !== undefined && isSameName(each.name, name),
  );
  return twin?.id ?? null;
};

/** Of several with the same name, the one that comes says where it is from; of several from there, which one it is. */
const newName = ({ name }: Template, there: readonly Template[], origin: string): string => {
  const isTaken = (wanted: string): boolean => there.some((other) => isSameName(other.name, wanted));
  let wanted = name;
  for (let count = 1; isTaken(wanted); count += 1) wanted = withEnd(name, endOf(origin, count));
  return wanted;
};

/** How much of the name of a project is told, in characters. */
const MAX_ORIGIN_LENGTH = 80;

const endOf = (origin: string, count: number): string => {
  const told = shortened(origin, MAX_ORIGIN_LENGTH);
  return count === 1 ? ` (${told})` : ` (${told} ${count})`;
};

/** What tells names apart stays, however long they are. */
const withEnd = (name: string, end: string): string => shortened(name, MAX_NAME_LENGTH - [...end].length) + end;

const shortened = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
};
