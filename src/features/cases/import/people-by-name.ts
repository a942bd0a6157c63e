import type { Context } from '../../../platform/context.ts';
import type { SpaceConfiguration } from '../../spaces/space.ts';
import { roleOfUser } from '../../spaces/space-access.ts';
import { listUsers } from '../../users/find-user.ts';
import type { User } from '../../users/user.ts';

/** Who can be named in a space: by user name, by e-mail address, or by the name that is shown when only one has it. */
export interface PeopleByName {
  find(name: string): User | undefined;
}

/** The people who can see the space, from memory where possible. */
export const peopleByName = (ctx: Context, configuration: SpaceConfiguration): Promise<PeopleByName> | PeopleByName =>
  ctx.remember(`names of people in space ${configuration.space.id}`, async () => {
    const people = (await listUsers(ctx)).filter((user) => roleOfUser(configuration, user) !== undefined);
    return indexed(people);
  });

const indexed = (people: readonly User[]): PeopleByName => {
  const byDisplayName = Map.groupBy(people, ({ displayName }) => displayName.toLowerCase());
  const unique = [...byDisplayName].flatMap(([name, [first, second]]) =>
    first === undefined || second !== undefined ? [] : [[name, first] as const],
  );
  const byName = new Map<string, User>([
    ...unique,
    ...people.filter(({ email }) => email !== '').map((user) => [user.email.toLowerCase(), user] as const),
    ...people.map((user) => [user.username.toLowerCase(), user] as const),
  ]);
  return { find: (name) => byName.get(name.trim().replace(/^@/u, '').toLowerCase()) };
};
