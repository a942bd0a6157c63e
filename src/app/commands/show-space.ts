import { choiceKinds, kinds } from '../../features/choices/choice.ts';
import type { Space, SpaceConfiguration } from '../../features/spaces/space.ts';
import { getConfiguration } from '../../features/spaces/space-configuration.ts';
import { listUsers } from '../../features/users/find-user.ts';
import type { Context } from '../../platform/context.ts';
import { table } from './table.ts';

/** The members of a space as rows for people. */
export const membersOf = async (ctx: Context, { id }: Space) => {
  const { members } = await getConfiguration(ctx, id);
  return (await listUsers(ctx))
    .filter((user) => members.has(user.id))
    .map((user) => ({
      id: user.id,
      'user name': user.username,
      name: user.displayName,
      role: members.get(user.id) ?? '',
    }));
};

/** A space with its members and all that is configured in it, as text. */
export const showSpace = async (ctx: Context, space: Space): Promise<string> => {
  const configuration = await getConfiguration(ctx, space.id);
  const people = await membersOf(ctx, space);
  const parts = choiceKinds.map((kind) => {
    const rows = kinds[kind]
      .all(configuration)
      .map((choice) => [
        String(choice.id),
        choice.name,
        projectOf(configuration, choice.projectId),
        [choice.isDefault ? 'default' : '', choice.archived ? 'archived' : ''].join(''),
      ]);
    return rows.length === 0 ? `No ${kinds[kind].plural}.` : table(['ID', kind.toUpperCase(), '', ''], rows);
  });
  const rows = people.map((member) => [String(member.id), member['user name'], member.name, member.role]);
  return [
    `${space.name} (${space.id}), ${space.visibility}${space.archived ? ', archived' : ''}`,
    rows.length === 0 ? 'No members.' : table(['ID', 'MEMBER', 'NAME', 'ROLE'], rows),
    ...parts,
  ].join('\n\n');
};

const projectOf = ({ projects }: SpaceConfiguration, projectId: number | null): string =>
  projects.get(projectId ?? 0)?.title ?? '';
