import { Command } from 'commander';
import { archiveChoice } from '../../features/choices/archive-choice.ts';
import { type ChoiceKind, kinds } from '../../features/choices/choice.ts';
import { deleteChoice } from '../../features/choices/delete-choice.ts';
import { mergeChoice } from '../../features/choices/merge-choice.ts';
import { moveChoice } from '../../features/choices/move-choice.ts';
import { renameChoice } from '../../features/choices/rename-choice.ts';
import { setDefaultChoice } from '../../features/choices/set-default-choice.ts';
import { unarchiveChoice } from '../../features/choices/unarchive-choice.ts';
import type { Context } from '../../platform/context.ts';
import { choiceCalled, choicesIn, type Place, type PlacedChoice, placeName } from './address.ts';
import { wholeNumber } from './arguments.ts';
import { asOperator } from './operator-context.ts';
import { printList } from './print-list.ts';

/** What the list of a kind shows beyond what all kinds have, by heading. */
type Columns = Readonly<Record<string, (choice: PlacedChoice) => string>>;

interface ChoiceCommand {
  readonly kind: ChoiceKind;
  readonly columns?: Columns;
  /** `create` and what else only this kind has. */
  readonly own: readonly Command[];
}

/** `casekeep project …` and its siblings: what can be done to every kind of choice, and what only this kind has. */
export const choiceCommand = ({ kind, columns = {}, own }: ChoiceCommand): Command => {
  const command = new Command(kind)
    .description(`Configure the ${kinds[kind].plural} of ${belongsToProject(kind) ? 'projects' : 'spaces'}.`)
    .addCommand(list(kind, columns));
  for (const each of [...own, ...common(kind)]) command.addCommand(each);
  return command;
};

const belongsToProject = (kind: ChoiceKind): boolean => kind === 'section' || kind === 'milestone';

/** A command with the options that say where to look. */
export const placed = (kind: ChoiceKind, name: string, description: string): Command => {
  const command = new Command(name).description(description).option('--space <space>', 'ID or name of the space');
  return belongsToProject(kind) ? command.option('--project <project>', 'ID or name of the project') : command;
};

/** A command about one choice, which its first argument names by ID or name. */
export const aboutOne = (
  kind: ChoiceKind,
  name: string,
  { description, act }: { description: string; act: (ctx: Context, choice: PlacedChoice) => Promise<string> },
): Command =>
  placed(kind, name, description)
    .argument(`<${kind}>`, 'ID or name')
    .action((text: string, place: Place) =>
      asOperator(async (ctx) => console.log(await act(ctx, await choiceCalled(ctx, kind, text, place)))),
    );

const list = (kind: ChoiceKind, columns: Columns): Command =>
  placed(kind, 'list', `List the ${kinds[kind].plural}, the archived ones too.`)
    .option('--json', 'as JSON')
    .action(({ json = false, ...place }: Place & { json?: boolean }) =>
      asOperator(async (ctx) => {
        const rows = (await choicesIn(ctx, kind, place)).map((choice) => ({
          id: choice.id,
          name: choice.name,
          [belongsToProject(kind) ? 'project' : 'space']: placeName(choice),
          ...(kinds[kind].isRequired ? { default: choice.isDefault } : {}),
          archived: choice.archived,
          ...Object.fromEntries(Object.entries(columns).map(([heading, read]) => [heading, read(choice)])),
        }));
        printList(rows, { json });
      }),
    );

const common = (kind: ChoiceKind): Command[] => [
  rename(kind),
  move(kind),
  ...makeDefault(kind),
  aboutOne(kind, 'archive', {
    description: `Take a ${kind} out of use: cases that have it keep it, no other case gets it.`,
    act: async (ctx, { id, name }) => {
      await archiveChoice(ctx, { kind, id });
      return `The ${kind} "${name}" (${id}) is archived.`;
    },
  }),
  aboutOne(kind, 'unarchive', {
    description: `Take an archived ${kind} into use again.`,
    act: async (ctx, { id, name }) => {
      await unarchiveChoice(ctx, { kind, id });
      return `The ${kind} "${name}" (${id}) is in use again.`;
    },
  }),
  aboutOne(kind, 'delete', {
    description: `Delete a ${kind} that no case has.`,
    act: async (ctx, { id, name }) => {
      await deleteChoice(ctx, { kind, id });
      return `The ${kind} "${name}" (${id}) is deleted.`;
    },
  }),
  merge(kind),
];

const rename = (kind: ChoiceKind): Command =>
  placed(kind, 'rename', `Give a ${kind} another name.`)
    .argument(`<${kind}>`, 'ID or name')
    .argument('<name>', 'the new name')
    .action((text: string, name: string, place: Place) =>
      asOperator(async (ctx) => {
        const { id, name: oldName } = await choiceCalled(ctx, kind, text, place);
        await renameChoice(ctx, { kind, id, name });
        console.log(`The ${kind} "${oldName}" (${id}) is now called "${name}".`);
      }),
    );

const move = (kind: ChoiceKind): Command =>
  placed(kind, 'move', `Put a ${kind} at another place in the order.`)
    .argument(`<${kind}>`, 'ID or name')
    .argument('<position>', 'the new place, from 1', wholeNumber)
    .action((text: string, position: number, place: Place) =>
      asOperator(async (ctx) => {
        const { id, name } = await choiceCalled(ctx, kind, text, place);
        await moveChoice(ctx, { kind, id, position });
        console.log(`The ${kind} "${name}" (${id}) is at place ${position}.`);
      }),
    );

const makeDefault = (kind: ChoiceKind): Command[] => {
  if (kind === 'section' || kind === 'milestone') return [];
  const description = `Make a ${kind} the one that new cases get unless they name another.`;
  const act = async (ctx: Context, { id, name }: PlacedChoice): Promise<string> => {
    await setDefaultChoice(ctx, { kind, id });
    return `The ${kind} "${name}" (${id}) is the default.`;
  };
  return [aboutOne(kind, 'default', { description, act })];
};

const merge = (kind: ChoiceKind): Command =>
  placed(kind, 'merge', `Give all cases of one ${kind} another one, and delete the first.`)
    .argument(`<${kind}>`, 'ID or name of the one that goes')
    .argument('<into>', 'ID or name of the one that stays')
    .action((text: string, into: string, place: Place) =>
      asOperator(async (ctx) => {
        const { id, name, configuration } = await choiceCalled(ctx, kind, text, place);
        const stays = await choiceCalled(ctx, kind, into, { ...place, space: String(configuration.space.id) });
        const changed = await mergeChoice(ctx, { kind, id, intoId: stays.id });
        const cases = `${changed} ${changed === 1 ? 'case' : 'cases'} changed`;
        console.log(`The ${kind} "${name}" (${id}) is merged into "${stays.name}" (${stays.id}): ${cases}.`);
      }),
    );
