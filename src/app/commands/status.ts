import { type Command, Option } from 'commander';
import { changeStatus } from '../../features/choices/change-status.ts';
import { createStatus } from '../../features/choices/create-status.ts';
import { type StatusColor, statusColors } from '../../kernel/status-color.ts';
import { choiceCalled, type PlacedChoice } from './address.ts';
import { choiceCommand, placed } from './choice.ts';
import { onlySpace } from './only-space.ts';
import { asOperator } from './operator-context.ts';

interface StatusOptions {
  readonly space?: string;
  readonly closed?: boolean;
  readonly open?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor | 'none';
}

/** `casekeep status …` */
export const statusCommand = (): Command =>
  choiceCommand({
    kind: 'status',
    columns: {
      meaning: (choice) => (statusOf(choice)?.isClosed ? 'closed' : 'open'),
      'css class': (choice) => statusOf(choice)?.cssClass ?? '',
      color: (choice) => statusOf(choice)?.color ?? '',
    },
    own: [create(), change()],
  });

const statusOf = ({ configuration, id }: PlacedChoice) => configuration.statuses.get(id);

const withMeaning = (command: Command): Command =>
  command
    .addOption(new Option('--closed', 'the work on cases with this status has ended').conflicts('open'))
    .addOption(new Option('--open', 'it has not'))
    .option('--css-class <name>', 'the CSS class by which clients colour it')
    .addOption(
      new Option('--color <name>', 'the colour in which it is shown; none for the usual one').choices([
        'none',
        ...statusColors,
      ]),
    );

/** What the options say, without what they do not say. */
const meaningOf = ({ closed, open, cssClass, color }: StatusOptions) => ({
  ...(closed === undefined && open === undefined ? {} : { isClosed: closed === true }),
  ...(cssClass === undefined ? {} : { cssClass }),
  ...(color === undefined ? {} : { color: color === 'none' ? null : color }),
});

const create = (): Command =>
  withMeaning(placed('status', 'create', 'Add a status to a space.'))
    .argument('<name>')
    .action((name: string, { space, ...options }: StatusOptions) =>
      asOperator(async (ctx) => {
        const { id: spaceId, name: spaceName } = await onlySpace(ctx, space);
        const statusId = await createStatus(ctx, { spaceId, name, ...meaningOf(options) });
        console.log(`The status "${name}" of the space "${spaceName}" has the ID ${statusId}.`);
      }),
    );

const change = (): Command =>
  withMeaning(placed('status', 'change', 'Change what a status means and how clients show it.'))
    .argument('<status>', 'ID or name')
    .action((text: string, options: StatusOptions) =>
      asOperator(async (ctx) => {
        const place = options.space === undefined ? {} : { space: options.space };
        const { id, name } = await choiceCalled(ctx, 'status', text, place);
        await changeStatus(ctx, { id, ...meaningOf(options) });
        console.log(`The status "${name}" (${id}) is changed.`);
      }),
    );
