import type { Command } from 'commander';
import { createSection } from '../../features/choices/create-section.ts';
import type { Place } from './address.ts';
import { choiceCommand, placed } from './choice.ts';
import { namedProject } from './only-space.ts';
import { asOperator } from './operator-context.ts';

/** `casekeep section …` */
export const sectionCommand = (): Command => choiceCommand({ kind: 'section', own: [create()] });

const create = (): Command =>
  placed('section', 'create', 'Add a section to a project.')
    .argument('<name>')
    .action((name: string, place: Place) =>
      asOperator(async (ctx) => {
        const project = await namedProject(ctx, place);
        const sectionId = await createSection(ctx, { projectId: project.id, name });
        console.log(`The section "${name}" of the project "${project.name}" has the ID ${sectionId}.`);
      }),
    );
