import type { Command } from 'commander';
import { createPriority } from '../../features/choices/create-priority.ts';
import { choiceCommand, placed } from './choice.ts';
import { onlySpace } from './only-space.ts';
import { asOperator } from './operator-context.ts';

/** `casekeep priority …` */
export const priorityCommand = (): Command => choiceCommand({ kind: 'priority', own: [create()] });

const create = (): Command =>
  placed('priority', 'create', 'Add a priority to a space.')
    .argument('<name>')
    .action((name: string, { space }: { space?: string }) =>
      asOperator(async (ctx) => {
        const { id: spaceId, name: spaceName } = await onlySpace(ctx, space);
        const priorityId = await createPriority(ctx, { spaceId, name });
        console.log(`The priority "${name}" of the space "${spaceName}" has the ID ${priorityId}.`);
      }),
    );
