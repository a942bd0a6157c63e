import type { Command } from 'commander';
import { completeMilestone } from '../../features/choices/complete-milestone.ts';
import { createMilestone } from '../../features/choices/create-milestone.ts';
import { reopenMilestone } from '../../features/choices/reopen-milestone.ts';
import { scheduleMilestone } from '../../features/choices/schedule-milestone.ts';
import { choiceCalled, type Place, type PlacedChoice } from './address.ts';
import { day, dayOf } from './arguments.ts';
import { aboutOne, choiceCommand, placed } from './choice.ts';
import { namedProject } from './only-space.ts';
import { asOperator } from './operator-context.ts';

/** `casekeep milestone …` */
export const milestoneCommand = (): Command =>
  choiceCommand({
    kind: 'milestone',
    columns: {
      due: (choice) => dayOf(milestoneOf(choice)?.dueAt),
      completed: (choice) => dayOf(milestoneOf(choice)?.completedAt),
    },
    own: [create(), schedule(), complete(), reopen()],
  });

const milestoneOf = ({ configuration, id }: PlacedChoice) => configuration.milestones.get(id);

const create = (): Command =>
  placed('milestone', 'create', 'Add a milestone to a project.')
    .argument('<title>')
    .option('--due <day>', 'when it is due, for example 2026-12-01', day)
    .action((title: string, { due = null, ...place }: Place & { due?: number | null }) =>
      asOperator(async (ctx) => {
        const project = await namedProject(ctx, place);
        const milestoneId = await createMilestone(ctx, { projectId: project.id, title, dueAt: due });
        console.log(`The milestone "${title}" of the project "${project.name}" has the ID ${milestoneId}.`);
      }),
    );

const schedule = (): Command =>
  placed('milestone', 'schedule', 'Set when a milestone is due.')
    .argument('<milestone>', 'ID or title')
    .option('--due <day>', 'for example 2026-12-01; without it, the milestone has no due date', day)
    .action((text: string, { due = null, ...place }: Place & { due?: number | null }) =>
      asOperator(async (ctx) => {
        const { id, name } = await choiceCalled(ctx, 'milestone', text, place);
        await scheduleMilestone(ctx, { id, dueAt: due });
        console.log(`The milestone "${name}" (${id}) ${due === null ? 'has no due date' : `is due ${dayOf(due)}`}.`);
      }),
    );

const complete = (): Command =>
  aboutOne('milestone', 'complete', {
    description: 'Note that a milestone is reached.',
    act: async (ctx, { id, name }) => {
      await completeMilestone(ctx, { id });
      return `The milestone "${name}" (${id}) is reached.`;
    },
  });

const reopen = (): Command =>
  aboutOne('milestone', 'reopen', {
    description: 'Take back that a milestone is reached.',
    act: async (ctx, { id, name }) => {
      await reopenMilestone(ctx, { id });
      return `The milestone "${name}" (${id}) is open.`;
    },
  });
