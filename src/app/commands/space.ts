import { Command, Option } from 'commander';
import { createProject } from '../../features/choices/create-project.ts';
import { addMember } from '../../features/spaces/add-member.ts';
import { archiveSpace } from '../../features/spaces/archive-space.ts';
import { createSpace } from '../../features/spaces/create-space.ts';
import { listSpaces } from '../../features/spaces/list-spaces.ts';
import { removeMember } from '../../features/spaces/remove-member.ts';
import { renameSpace } from '../../features/spaces/rename-space.ts';
import { setSpaceVisibility } from '../../features/spaces/set-space-visibility.ts';
import { type Space, type SpaceVisibility, spaceVisibilities } from '../../features/spaces/space.ts';
import { unarchiveSpace } from '../../features/spaces/unarchive-space.ts';
import { getUserByName } from '../../features/users/find-user.ts';
import { type SpaceRole, spaceRoles } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { spaceCalled } from './address.ts';
import { asOperator } from './operator-context.ts';
import { printList } from './print-list.ts';
import { membersOf, showSpace } from './show-space.ts';

/** `casekeep space …` */
export const spaceCommand = (): Command =>
  new Command('space')
    .description('Create and configure spaces, and say who works in them.')
    .addCommand(list())
    .addCommand(show())
    .addCommand(create())
    .addCommand(rename())
    .addCommand(visibility())
    .addCommand(archive())
    .addCommand(unarchive())
    .addCommand(members())
    .addCommand(addMemberCommand())
    .addCommand(removeMemberCommand());

const list = (): Command =>
  new Command('list')
    .description('List all spaces, the archived ones too.')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) =>
      asOperator(async (ctx) =>
        printList(
          (await listSpaces(ctx)).map((space) => ({ ...space })),
          { json },
        ),
      ),
    );

/** A command about one space, which its first argument names by ID or name. */
const aboutOne = (
  name: string,
  { description, act }: { description: string; act: (ctx: Context, space: Space) => Promise<string> },
): Command =>
  new Command(name)
    .description(description)
    .argument('<space>', 'ID or name')
    .action((text: string) => asOperator(async (ctx) => console.log(await act(ctx, await spaceCalled(ctx, text)))));

const show = (): Command =>
  aboutOne('show', { description: 'Show a space with all that is configured in it.', act: showSpace });

const create = (): Command =>
  new Command('create')
    .description('Create a space with the usual statuses and priorities, and a first project.')
    .argument('<name>')
    .addOption(visibilityOption().default('private'))
    .option('--project <title>', 'title of its first project', 'General')
    .action((name: string, options: { visibility: SpaceVisibility; project: string }) =>
      asOperator(async (ctx) => {
        const ids = await ctx.inTransaction(async (tx) => {
          const spaceId = await createSpace(tx, { name, visibility: options.visibility });
          return { spaceId, projectId: await createProject(tx, { spaceId, title: options.project }) };
        });
        console.log(
          `The space "${name}" has the ID ${ids.spaceId}, its project "${options.project}" ${ids.projectId}.`,
        );
      }),
    );

const visibilityOption = (): Option =>
  new Option(
    '--visibility <visibility>',
    'who sees it: its members, everybody, or members who are hidden themselves',
  ).choices(spaceVisibilities);

const rename = (): Command =>
  new Command('rename')
    .description('Give a space another name.')
    .argument('<space>', 'ID or name')
    .argument('<name>', 'the new name')
    .action((text: string, name: string) =>
      asOperator(async (ctx) => {
        const space = await spaceCalled(ctx, text);
        await renameSpace(ctx, { spaceId: space.id, name });
        console.log(`The space "${space.name}" (${space.id}) is now called "${name}".`);
      }),
    );

const visibility = (): Command =>
  new Command('visibility')
    .description('Decide who sees a space.')
    .argument('<space>', 'ID or name')
    .argument('<visibility>', spaceVisibilities.join(', '))
    .action((text: string, chosen: SpaceVisibility) =>
      asOperator(async (ctx) => {
        const space = await spaceCalled(ctx, text);
        await setSpaceVisibility(ctx, { spaceId: space.id, visibility: chosen });
        console.log(`The space "${space.name}" (${space.id}) is ${chosen}.`);
      }),
    );

const archive = (): Command =>
  aboutOne('archive', {
    description: 'Take a space out of use: its cases can be read and not changed.',
    act: async (ctx, { id, name }) => {
      await archiveSpace(ctx, { spaceId: id });
      return `The space "${name}" (${id}) is archived.`;
    },
  });

const unarchive = (): Command =>
  aboutOne('unarchive', {
    description: 'Take an archived space into use again.',
    act: async (ctx, { id, name }) => {
      await unarchiveSpace(ctx, { spaceId: id });
      return `The space "${name}" (${id}) is in use again.`;
    },
  });

const members = (): Command =>
  new Command('members')
    .description('List who works in a space.')
    .argument('<space>', 'ID or name')
    .option('--json', 'as JSON')
    .action((text: string, { json = false }: { json?: boolean }) =>
      asOperator(async (ctx) => printList(await membersOf(ctx, await spaceCalled(ctx, text)), { json })),
    );

const addMemberCommand = (): Command =>
  new Command('add-member')
    .description('Make a user a member of a space, or give a member another role.')
    .argument('<space>', 'ID or name')
    .argument('<username>')
    .addOption(new Option('--role <role>', 'role in the space').choices(spaceRoles).default('agent'))
    .action((text: string, username: string, { role }: { role: SpaceRole }) =>
      asOperator(async (ctx) => {
        const space = await spaceCalled(ctx, text);
        const user = await getUserByName(ctx, username);
        await addMember(ctx, { spaceId: space.id, userId: user.id, role });
        console.log(`${user.username} is ${role} of the space "${space.name}".`);
      }),
    );

const removeMemberCommand = (): Command =>
  new Command('remove-member')
    .description('End a membership; cases and history stay.')
    .argument('<space>', 'ID or name')
    .argument('<username>')
    .action((text: string, username: string) =>
      asOperator(async (ctx) => {
        const space = await spaceCalled(ctx, text);
        const user = await getUserByName(ctx, username);
        await removeMember(ctx, { spaceId: space.id, userId: user.id });
        console.log(`${user.username} is no member of the space "${space.name}" any more.`);
      }),
    );
