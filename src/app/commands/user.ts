import { Command, Option } from 'commander';
import { activateUser } from '../../features/users/activate-user.ts';
import { createUser } from '../../features/users/create-user.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';
import { getUserByName, listUsers } from '../../features/users/find-user.ts';
import { issuePasswordLink } from '../../features/users/issue-password-link.ts';
import type { Profile } from '../../features/users/profile.ts';
import { setRole } from '../../features/users/set-role.ts';
import { updateProfile } from '../../features/users/update-profile.ts';
import type { NewUser } from '../../features/users/user.ts';
import { type WorkspaceRole, workspaceRoles } from '../../kernel/permissions.ts';
import { readConfiguration } from '../config.ts';
import { localUrl } from '../local-url.ts';
import { asOperator } from './operator-context.ts';
import { table } from './table.ts';

/** `casekeep user …` */
export const userCommand = (): Command =>
  new Command('user')
    .description('Create and manage users.')
    .addCommand(add())
    .addCommand(change())
    .addCommand(list())
    .addCommand(link())
    .addCommand(role())
    .addCommand(deactivate())
    .addCommand(activate());

const add = (): Command =>
  withProfile(new Command('add'))
    .description('Create a user and print a link to set the password.')
    .argument('<username>', 'the name to sign in with')
    .addOption(new Option('--role <role>', 'role in the workspace').choices(workspaceRoles))
    .action((username: string, options: Omit<NewUser, 'username'>) =>
      asOperator(async (ctx) => {
        const userId = await createUser(ctx, { username, ...options });
        console.log(`User ${username} has the ID ${userId}.`);
        console.log(`Set the password: ${linkTo(await issuePasswordLink(ctx, { userId }))}`);
      }),
    );

/** The command with an option for each thing that people say about themselves. */
const withProfile = (command: Command): Command =>
  command
    .option('--display-name <name>', 'the name that others see')
    .option('--first-name <name>', 'first name')
    .option('--last-name <name>', 'last name')
    .option('--email <address>', 'e-mail address')
    .option('--time-zone <name>', 'IANA time zone, for example Europe/Stockholm');

const change = (): Command =>
  withProfile(new Command('change'))
    .description('Change names, e-mail address or time zone of a user.')
    .argument('<username>')
    .action((username: string, changes: Partial<Profile>) =>
      asOperator(async (ctx) => {
        const { id: userId } = await getUserByName(ctx, username);
        await updateProfile(ctx, { userId, changes });
        console.log(`User ${username} is changed.`);
      }),
    );

const list = (): Command =>
  new Command('list').description('List all users.').action(() =>
    asOperator(async (ctx) => {
      const rows = (await listUsers(ctx)).map(({ id, username, displayName, role, active }) => [
        String(id),
        username,
        displayName,
        role,
        active ? 'active' : 'deactivated',
      ]);
      console.log(table(['ID', 'USER NAME', 'NAME', 'ROLE', 'STATE'], rows));
    }),
  );

const link = (): Command =>
  new Command('link')
    .description('Print a link to set the password of a user; it works once, for a day.')
    .argument('<username>')
    .action((username: string) =>
      asOperator(async (ctx) => {
        const { id } = await getUserByName(ctx, username);
        console.log(linkTo(await issuePasswordLink(ctx, { userId: id })));
      }),
    );

const role = (): Command =>
  new Command('set-role')
    .description('Give a user another role in the workspace.')
    .argument('<username>')
    .argument('<role>', workspaceRoles.join(', '))
    .action((username: string, chosen: WorkspaceRole) =>
      asOperator(async (ctx) => {
        await setRole(ctx, { username, role: chosen });
        console.log(`User ${username} is ${chosen}.`);
      }),
    );

const deactivate = (): Command =>
  new Command('deactivate')
    .description('End the access of a user; cases and history stay.')
    .argument('<username>')
    .action((username: string) =>
      asOperator(async (ctx) => {
        await deactivateUser(ctx, { username });
        console.log(`User ${username} has no access any more.`);
      }),
    );

const activate = (): Command =>
  new Command('activate')
    .description('Give a deactivated user access again.')
    .argument('<username>')
    .action((username: string) =>
      asOperator(async (ctx) => {
        await activateUser(ctx, { username });
        console.log(`User ${username} has access.`);
      }),
    );

const linkTo = (token: string): string => {
  const { settings } = readConfiguration();
  return `${settings.publicUrl ?? localUrl(settings)}/password/${token}`;
};
