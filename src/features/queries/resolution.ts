import { nearestName } from '../../kernel/nearest-name.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import type { QueryFault, QueryNode, QueryValue } from './query.ts';
import { queryFault, shownText } from './query-fault.ts';

/** What whoever asks can see, and what was found to be wrong so far. */
export interface Resolution {
  readonly configurations: readonly SpaceConfiguration[];
  /** IANA name. */
  readonly timeZone: string;
  readonly faults: QueryFault[];
}

export type FieldNode = Extract<QueryNode, { readonly kind: 'field' }>;
export type NameValue = Extract<QueryValue, { readonly kind: 'name' }>;
export type BoundedValue = Exclude<QueryValue, NameValue>;

export const isName = (value: QueryValue): value is NameValue => value.kind === 'name';
export const isBounded = (value: QueryValue): value is BoundedValue => value.kind !== 'name';

/** Whether the value is a keyword of the field, not something's name. */
export const isWord = (value: QueryValue, word: string): boolean =>
  value.kind === 'name' && !value.isQuoted && value.text === word;

/** Says that there is nothing with this name, at least not for whoever asks. */
export const tellUnknown = (
  { faults }: Resolution,
  { field, value, names }: { readonly field: string; readonly value: NameValue; readonly names: Iterable<string> },
): void => {
  const near = nearestName(value.text, names);
  const suggestion = near === null || !/[\s"(),]/u.test(near) ? near : `"${near}"`;
  faults.push(queryFault(value, { code: 'NAME_UNKNOWN', values: { field, name: shownText(value.text) }, suggestion }));
};
