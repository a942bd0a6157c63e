/** The longest cursor that is looked at, in characters. */
const MAX_LENGTH = 40;

/** What a cursor is made of: a name that later forms can be told from, and the place in the log. */
const CURSOR = /^log:(\d{1,15})$/u;

/** The place after which to read on, in a form that clients do not take apart. */
export const eventCursor = (position: number): string => Buffer.from(`log:${position}`).toString('base64url');

/** The place that a cursor of ours names; undefined when it is none. */
export const positionOfCursor = (cursor: string): number | undefined => {
  if (cursor.length > MAX_LENGTH) return undefined;
  const position = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  return position === undefined ? undefined : Number(position);
};
