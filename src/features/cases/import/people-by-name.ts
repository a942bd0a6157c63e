import type { Context } from '../../../platform/context.ts';
import type { SpaceConfiguration } from '../../spaces/space.ts';
import { roleOfUser } from '../../spaces/space-access.ts';
import { findUser, listUsers } from '../../users/find-user.ts';
import { mayReadEmails } from '../../users/people-in-sight.ts';
import type { User } from '../../users/user.ts';

/**
 * Who can be named in a space: by user name, or by the e-mail address or the name that is shown when only one person has
 * it. Everybody chooses the latter two freely, so that nobody is taken for somebody else by them.
 */
export interface PeopleByName {
  /** 'several' when the name is not that of one person alone. */
  find(name: string): User | 'several' | undefined;
}

/**
 * The people who can see the space, from memory where possible. E-mail addresses name people only to those who may read
 * them, and to everybody the own one: otherwise an import would tell whose they are.
 */
export const peopleByName = async (ctx: Context, configuration: SpaceConfiguration): Promise<PeopleByName> => {
  const isByEmail = await mayReadEmails(ctx);
  const by = isByEmail ? 'names and addresses' : 'names';
  const people = await ctx.remember(`${by} of people in space ${configuration.space.id}`, async () => {
    const seeing = (await listUsers(ctx)).filter((user) => roleOfUser(configuration, user) !== undefined);
    return indexed(seeing, isByEmail);
  });
  const self = isByEmail || ctx.actor.userId === null ? undefined : await findUser(ctx, ctx.actor.userId);
  return self === undefined || self.email === '' ? people : withOwnAddress(people, self);
};

const plain = (name: string): string => name.trim().replace(/^@/u, '').toLowerCase();

const indexed = (people: readonly User[], isByEmail: boolean): PeopleByName => {
  const byUsername = new Map(people.map((user) => [user.username.toLowerCase(), user]));
  const byChosenName = new Map<string, User | 'several'>();
  for (const user of people) {
    const names = isByEmail ? [user.displayName, user.email] : [user.displayName].filter((name) => !name.includes('@'));
    for (const name of names.map((each) => each.toLowerCase())) {
      byChosenName.set(name, (byChosenName.get(name) ?? user) === user ? user : 'several');
    }
  }
  byChosenName.delete('');
  return { find: (name) => byUsername.get(plain(name)) ?? byChosenName.get(plain(name)) };
};

const withOwnAddress = (people: PeopleByName, self: User): PeopleByName => ({
  find: (name) => people.find(name) ?? (plain(name) === self.email.toLowerCase() ? self : undefined),
});
