import { invalidField } from '../../../kernel/errors.ts';

/** The longest cursor that is looked at, in characters. */
const MAX_CURSOR_LENGTH = 1_000;

/** Where a list goes on: the values of the last item that it is sorted by, in a form that clients do not take apart. */
export const encodeCursor = (place: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor of ours names. Throws FIELDS_INVALID. */
export const decodeCursor = (cursor: string): readonly (string | number | null)[] => {
  const place = cursor.length > MAX_CURSOR_LENGTH ? undefined : parsed(cursor);
  if (Array.isArray(place) && place.every(isPlain)) return place;
  throw foreignCursor();
};

/** The ID that a cursor of a list by ID names; undefined without a cursor. Throws FIELDS_INVALID. */
export const idInCursor = (cursor: string | undefined): number | undefined => {
  if (cursor === undefined) return undefined;
  const [id, ...others] = decodeCursor(cursor);
  if (typeof id === 'number' && Number.isSafeInteger(id) && id > 0 && others.length === 0) return id;
  throw foreignCursor();
};

/** The same for lists that are sorted by so many whole numbers. Throws FIELDS_INVALID. */
export const decodeNumbers = (cursor: string, count: number): readonly number[] => {
  const place = decodeCursor(cursor);
  if (place.length === count && place.every(Number.isSafeInteger)) return place as readonly number[];
  throw foreignCursor();
};

/** The refusal for a cursor that this list has not answered. */
export const foreignCursor = () => invalidField('cursor', 'must be a cursor that this list has answered as "next"');

const isPlain = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number';

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
