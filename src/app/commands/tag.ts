import { Command } from 'commander';
import { listTags } from '../../features/tags/list-tags.ts';
import { removeTag } from '../../features/tags/remove-tag.ts';
import { renameTag } from '../../features/tags/rename-tag.ts';
import type { Tag } from '../../features/tags/tag.ts';
import type { Context } from '../../platform/context.ts';
import { onlySpace } from './only-space.ts';
import { asOperator } from './operator-context.ts';
import { printList } from './print-list.ts';

/** How many tags are read at once. */
const TAGS_AT_ONCE = 1_000;

interface InSpace {
  readonly space?: string;
}

/** `casekeep tag …` */
export const tagCommand = (): Command =>
  new Command('tag')
    .description('List, rename and remove the tags of a space.')
    .addCommand(list())
    .addCommand(rename())
    .addCommand(remove());

const inSpace = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option('--space <space>', 'ID or name of the space; needed when there is more than one');

const list = (): Command =>
  inSpace('list', 'List the tags of the cases in a space, with the number of cases.')
    .option('--json', 'as JSON')
    .action(({ space, json = false }: InSpace & { json?: boolean }) =>
      asOperator(async (ctx) => {
        const tags = await allTags(ctx, (await onlySpace(ctx, space)).id);
        printList(
          tags.map(({ name, caseCount }) => ({ tag: name, cases: caseCount })),
          { json },
        );
      }),
    );

const allTags = async (ctx: Context, spaceId: number): Promise<Tag[]> => {
  const all: Tag[] = [];
  let after: string | undefined;
  do {
    const { tags, next } = await listTags(ctx, { spaceId, prefix: '', after, limit: TAGS_AT_ONCE });
    all.push(...tags);
    after = next;
  } while (after !== undefined);
  return all;
};

const rename = (): Command =>
  inSpace('rename', 'Give a tag another name in all cases of a space; two of one name become one.')
    .argument('<tag>', 'in whatever spelling')
    .argument('<name>', 'the new name')
    .action((tag: string, name: string, { space }: InSpace) =>
      asOperator(async (ctx) => {
        const { id: spaceId } = await onlySpace(ctx, space);
        const changed = await renameTag(ctx, { spaceId, tag, name });
        console.log(`The tag "${tag}" is now called "${name}": ${cases(changed)} changed.`);
      }),
    );

const remove = (): Command =>
  inSpace('remove', 'Take a tag from all cases of a space.')
    .argument('<tag>', 'in whatever spelling')
    .action((tag: string, { space }: InSpace) =>
      asOperator(async (ctx) => {
        const { id: spaceId } = await onlySpace(ctx, space);
        const changed = await removeTag(ctx, { spaceId, tag });
        console.log(`The tag "${tag}" is removed: ${cases(changed)} changed.`);
      }),
    );

const cases = (count: number): string => `${count} ${count === 1 ? 'case' : 'cases'}`;
