import { invalidField } from '../../../kernel/errors.ts';

/** The names of a comma-separated parameter. Throws FIELDS_INVALID when one is not among those that are known. */
export const readNames = <T extends string>(parameter: string, text: string, known: readonly T[]): T[] => {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name as T));
  if (unknown === undefined) return [...new Set(names as T[])];
  throw invalidField(parameter, `does not know "${unknown.slice(0, 50)}"; it knows ${known.join(', ')}`);
};
