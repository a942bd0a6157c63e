import type { Command } from 'commander';
import { createProject } from '../../features/choices/create-project.ts';
import { choiceCommand, placed } from './choice.ts';
import { onlySpace } from './only-space.ts';
import { asOperator } from './operator-context.ts';

/** `casekeep project …` */
export const projectCommand = (): Command => choiceCommand({ kind: 'project', own: [create()] });

const create = (): Command =>
  placed('project', 'create', 'Add a project to a space.')
    .argument('<title>')
    .action((title: string, { space }: { space?: string }) =>
      asOperator(async (ctx) => {
        const { id: spaceId, name } = await onlySpace(ctx, space);
        const projectId = await createProject(ctx, { spaceId, title });
        console.log(`The project "${title}" of the space "${name}" has the ID ${projectId}.`);
      }),
    );
