import { startOfDay } from '../case.ts';

/** The longest external ID, in characters. */
const MAX_EXTERNAL_ID_LENGTH = 200;

/** A cell that could be read, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

/** The text of a cell; JSON lines have numbers, too. */
export const readText = (cell: unknown): Read<string> => {
  if (typeof cell === 'string') return { value: cell };
  return typeof cell === 'number' || typeof cell === 'boolean'
    ? { value: String(cell) }
    : { problem: 'must be a text' };
};

/** The number of a cell: an ID. */
export const readId = (cell: unknown): Read<number> => {
  const id = typeof cell === 'string' && /^\s*\d{1,15}\s*$/u.test(cell) ? Number(cell) : cell;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0
    ? { value: id }
    : { problem: 'must be a whole number above 0' };
};

/** The texts of a cell: a list in JSON lines, or texts with commas between them. */
export const readTexts = (cell: unknown): Read<string[]> => {
  const items = typeof cell === 'string' ? cell.split(',') : cell;
  if (!Array.isArray(items)) return { problem: 'must be a list' };
  const texts = items.map(readText);
  const wrong = texts.find((each) => 'problem' in each);
  if (wrong !== undefined) return { problem: 'must be a list of texts' };
  return { value: texts.flatMap((each) => ('value' in each ? [each.value.trim()] : [])).filter((text) => text !== '') };
};

/** The numbers of a cell, likewise. */
export const readIds = (cell: unknown): Read<number[]> => {
  const items = typeof cell === 'string' ? cell.split(',').filter((item) => item.trim() !== '') : cell;
  if (!Array.isArray(items)) return { problem: 'must be a list' };
  const ids = items.map(readId);
  const wrong = ids.find((each) => 'problem' in each);
  if (wrong !== undefined) return { problem: 'must be a list of whole numbers above 0' };
  return { value: ids.flatMap((each) => ('value' in each ? [each.value] : [])) };
};

const INSTANT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?)?$/u;

/** The instant of a cell, in milliseconds since 1970-01-01T00:00:00Z; in UTC unless it says otherwise. Source: ISO 8601. */
export const readInstant = (cell: unknown): Read<number> => {
  const [, day, time = '00:00', zone = 'Z'] = INSTANT.exec(String(cell).trim()) ?? [];
  const instant = Date.parse(`${day}T${time.replace(',', '.')}${zone}`);
  const isReal = !Number.isNaN(instant) && instant >= 0;
  return isReal ? { value: instant } : { problem: 'must be a time like 2026-11-24T09:30:00Z or a day like 2026-11-24' };
};

/** The day of a cell, as 2026-11-24; a time that stands behind it does not matter. Source: ISO 8601. */
export const readDay = (cell: unknown): Read<string> => {
  const text = String(cell).trim();
  const day = text.slice(0, 10);
  const isReal = startOfDay(day) !== undefined && (text === day || INSTANT.test(text));
  return isReal ? { value: day } : { problem: 'must be a day like 2026-11-24' };
};

/** What the case is called where it came from. */
export const readExternalId = (cell: unknown): Read<string> => {
  const text = readText(cell);
  if ('problem' in text) return text;
  const value = text.value.trim();
  if (/\p{C}/u.test(value)) return { problem: 'must not have control characters' };
  return value.length <= MAX_EXTERNAL_ID_LENGTH
    ? { value }
    : { problem: `must have at most ${MAX_EXTERNAL_ID_LENGTH} characters` };
};
