import { roleHasRight } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { findUsersByName } from '../users/find-users-by-name.ts';
import type { User } from '../users/user.ts';
import { handlesIn } from './mentions.ts';

interface FindMentioned {
  /** Sanitised. */
  readonly html: string;
  readonly configuration: SpaceConfiguration;
  readonly isInternal: boolean;
}

/** The IDs of the people whom the text mentions and who may read it, in the order of their mentions. */
export const findMentioned = async (
  ctx: Context,
  { html, configuration, isInternal }: FindMentioned,
): Promise<number[]> => {
  const handles = handlesIn(html);
  if (handles.length === 0) return [];
  // As they were written and in lower case: databases know the lower case of different letters.
  const usernames = new Set(handles.flat().flatMap((name) => [name, name.toLowerCase()]));
  const users = await findUsersByName(ctx, { usernames: [...usernames] });
  const byName = new Map(users.map((user) => [user.username.toLowerCase(), user]));
  const mentioned = handles
    .map((names) => names.map((name) => byName.get(name.toLowerCase())).find((user) => user !== undefined))
    .filter((user) => user !== undefined)
    .filter((user) => mayRead(user, configuration, isInternal))
    .map(({ id }) => id);
  return [...new Set(mentioned)];
};

const mayRead = (user: User, configuration: SpaceConfiguration, isInternal: boolean): boolean => {
  const role = roleOfUser(configuration, user);
  return role !== undefined && (!isInternal || roleHasRight(role, 'InternalComments'));
};
