import type { Context } from '../../platform/context.ts';
import { findUsersByName } from '../users/find-users-by-name.ts';
import { findPerson } from '../users/get-person.ts';
import { type FieldNode, isName, isWord, type NameValue, type Resolution, tellUnknown } from './resolution.ts';

/** The IDs of the people whom the values of a field name; 0 for "none". */
export const personIds = async (
  ctx: Context,
  { field, values }: FieldNode,
  resolution: Resolution,
): Promise<number[]> => {
  const ids: number[] = [];
  for (const value of values.filter(isName)) {
    const id = isWord(value, 'none') ? 0 : await personId(ctx, value);
    if (id === undefined) tellUnknown(resolution, { field, value, names: [] });
    else ids.push(id);
  }
  return ids;
};

const personId = async (ctx: Context, value: NameValue): Promise<number | undefined> => {
  const { text, isQuoted } = value;
  if (isWord(value, 'me')) return ctx.actor.userId ?? undefined;
  const username = isQuoted ? text : text.replace(/^@/u, '');
  const [named] = await findUsersByName(ctx, { usernames: [username] });
  if (named !== undefined) return idInSight(ctx, named.id);
  // A number that is nobody's name is an ID.
  return /^\d{1,15}$/u.test(text) && !isQuoted ? idInSight(ctx, Number(text)) : undefined;
};

/** The ID again; undefined when there is nobody with it, at least not for whoever acts. */
const idInSight = async (ctx: Context, userId: number): Promise<number | undefined> => {
  if (userId === ctx.actor.userId) return userId;
  return (await findPerson(ctx, { userId }))?.id;
};
