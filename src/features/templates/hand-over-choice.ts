import type { Context } from '../../platform/context.ts';
import { isSameName } from '../choices/choice.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import type { Template } from './template.ts';
import { replaceInTemplates, selectTemplatesOf, updateTemplateRow } from './templates.store.ts';

interface HandOverChoice {
  readonly kind: string;
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

/** As long as names may be, in characters. */
const MAX_LENGTH = 200;

/** Of two with the same name, the one that comes says where it is from. */
const newName = ({ name }: Template, there: readonly Template[], origin: string): string => {
  if (!there.some((other) => isSameName(other.name, name))) return name;
  return [...`${name} (${origin})`].slice(0, MAX_LENGTH).join('');
};
