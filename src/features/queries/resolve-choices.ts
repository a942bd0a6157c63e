import { type ChoiceKind, isSameName, kinds } from '../choices/choice.ts';
import { isWord, type NameValue, type Resolution, tellUnknown } from './resolution.ts';

/** Something that can be named, as far as names go. */
interface Named {
  readonly id: number;
  readonly name: string;
}

/** The IDs of the spaces with these names. */
export const spaceIds = (resolution: Resolution, values: readonly NameValue[]): number[] =>
  idsOf(resolution, { field: 'space', values, named: resolution.configurations.map(({ space }) => space) });

/** The IDs of the choices of a kind with these names, in whatever space; 0 for "none". */
export const choiceIds = (resolution: Resolution, kind: ChoiceKind, values: readonly NameValue[]): number[] =>
  idsOf(resolution, { field: kind, values, named: resolution.configurations.flatMap(kinds[kind].all) });

/** The same for statuses, which are named by whether they are closed, too. */
export const statusIds = (resolution: Resolution, values: readonly NameValue[]): number[] => {
  const isState = (value: NameValue): boolean => isWord(value, 'open') || isWord(value, 'closed');
  const states = values.filter(isState).map(({ text }) => ({ isClosed: text === 'closed' }));
  return [
    ...states.flatMap((state) => statusIdsThatAre(resolution, state)),
    ...choiceIds(
      resolution,
      'status',
      values.filter((value) => !isState(value)),
    ),
  ];
};

/** The IDs of all statuses that are closed, or that are not. */
export const statusIdsThatAre = (
  { configurations }: Resolution,
  { isClosed }: { readonly isClosed: boolean },
): number[] =>
  configurations
    .flatMap(({ statuses }) => [...statuses.values()])
    .filter((status) => status.isClosed === isClosed)
    .map(({ id }) => id);

interface NamedField {
  readonly field: string;
  readonly values: readonly NameValue[];
  readonly named: readonly Named[];
}

const idsOf = (resolution: Resolution, { field, values, named }: NamedField): number[] =>
  values.flatMap((value) => {
    const ids = isWord(value, 'none') ? [0] : idsNamed(named, value);
    if (ids.length === 0) tellUnknown(resolution, { field, value, names: named.map(({ name }) => name) });
    return ids;
  });

/** By name; a number that is nobody's name is an ID. */
const idsNamed = (named: readonly Named[], { text, isQuoted }: NameValue): number[] => {
  const byName = named.filter(({ name }) => isSameName(name, text));
  const isId = byName.length === 0 && !isQuoted && /^\d{1,15}$/u.test(text);
  return (isId ? named.filter(({ id }) => id === Number(text)) : byName).map(({ id }) => id);
};
