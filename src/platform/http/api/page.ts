import { type TSchema, Type } from 'typebox';
import { encodeCursor } from './cursor.ts';

/** How many items a page has unless told, and at the most. */
const USUAL_LIMIT = 50;
const MAX_LIMIT = 200;

/** The parameters of every list that goes on page by page. */
export const pageQuery = {
  limit: Type.Integer({
    minimum: 1,
    maximum: MAX_LIMIT,
    default: USUAL_LIMIT,
    description: 'How many items at the most.',
  }),
  cursor: Type.Optional(
    Type.String({ description: 'Where to go on: `next` of the page before, with the same other parameters.' }),
  ),
};

/** A page of a list: `next` is null on the last one. */
export const pageOf = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.String(), Type.Null()], {
      description: 'The cursor of the next page; null when there is none.',
    }),
  });

/** The page that was found with one item more than it may have, which tells whether there is a next one. */
export const cutPage = <T>(
  found: readonly T[],
  limit: number,
  placeOf: (last: T) => readonly (string | number | null)[],
): { readonly items: readonly T[]; readonly next: string | null } => {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null };
};

/** A list that is short enough to be answered whole, in the form of a page that is the last one. */
export const wholeList = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Type.Null({ description: 'This list has one page.' }) });
