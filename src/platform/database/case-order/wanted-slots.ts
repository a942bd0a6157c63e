import { CommonSlots } from './common-slots.ts';
import type { GrowingIntegers, GrowingNumbers } from './growing-array.ts';
import { isAfter, type RowQuery } from './row-query.ts';
import type { SlotSet } from './slot-set.ts';
import type { ValueLists } from './value-lists.ts';

/** The number of the column that has the homes of the others' values. */
const HOME = 0;

/** The rows of an index, slot by slot. */
export interface StoredRows {
  readonly ids: GrowingNumbers;
  readonly ats: GrowingNumbers;
  readonly columns: readonly ValueLists[];
  readonly living: SlotSet;
}

/** The slots of some rows, last ones first. */
interface WantedSlots {
  /** How many there can still be at the most. */
  readonly most: number;
  /** The next slot, or -1 when there is none. */
  readonly next: () => number;
}

/** The slots of the rows that fulfil a query; undefined when there cannot be any. */
export const wantedSlots = (stored: StoredRows, query: RowQuery): WantedSlots | undefined => {
  const needed = withoutImplied(stored, query);
  const lists = needed && listsFor(stored, needed);
  if (needed === undefined || lists === undefined) return undefined;
  const [begin, end] = [beginOf(stored, needed), endOf(stored, needed)];
  const [slots, living, tests] = [new CommonSlots(lists, end), stored.living, testsFor(stored, needed)];
  const next = (): number => {
    for (;;) {
      const slot = slots.next();
      if (slot < begin) return -1;
      // Mostly there is nothing to test, and many thousand slots are passed by on the way to a page far behind.
      if (living.has(slot) && (tests.length === 0 || tests.every((test) => test(slot)))) return slot;
    }
  };
  return { most: slots.most, next };
};

/**
 * The query without what its other conditions say already: a value whose rows are all at one home says which one.
 * Undefined when another home is asked for.
 */
const withoutImplied = ({ columns }: StoredRows, query: RowQuery): RowQuery | undefined => {
  const { conditions, within } = query;
  const others = conditions.filter(({ column }) => column !== HOME);
  const homes = others.map(({ column, value }) => columns[column]?.homeOf(value));
  const home = homes.find((each) => each !== undefined);
  if (home === undefined) return query;
  const isElsewhere = conditions.some(({ column, value }) => column === HOME && value !== home);
  const isForHomes = within?.column === HOME;
  if (isElsewhere || (isForHomes && !within.values.includes(home))) return undefined;
  return { ...query, conditions: others, within: isForHomes ? undefined : within };
};

/** For each condition the slots that fulfil it; undefined when none can. */
const listsFor = ({ columns }: StoredRows, { conditions, within }: RowQuery): GrowingIntegers[] | undefined => {
  const lists: GrowingIntegers[] = [];
  for (const { column, value } of conditions) {
    const slots = columns[column]?.slotsOf(value);
    if (slots === undefined || (column === within?.column && !within.values.includes(value))) return undefined;
    lists.push(slots);
  }
  return lists;
};

/** The first slot in use that is not too old. */
const beginOf = (stored: StoredRows, { from }: RowQuery): number =>
  from === undefined ? 0 : firstNot(stored, (slot) => (stored.ats.items[slot] as number) < from);

/** The first slot in use that does not come after the place where the list goes on. */
const endOf = (stored: StoredRows, { after }: RowQuery): number => {
  if (after === undefined) return stored.ids.length;
  const [ids, ats] = [stored.ids.items, stored.ats.items];
  return firstNot(stored, (slot) => isAfter(after, ats[slot] as number, ids[slot] as number));
};

/** The first slot in use that is not so, when those that are so come first. */
const firstNot = ({ ids, living }: StoredRows, isSo: (slot: number) => boolean): number => {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // Only rows that are there are in order among themselves.
    let there = middle;
    while (there < high && !living.has(there)) there += 1;
    if (there < high && isSo(there)) low = there + 1;
    else high = middle;
  }
  return high;
};

type SlotTest = (slot: number) => boolean;

/** Whether a slot with a row fulfils what a query demands of its columns, apart from conditions. */
export const slotTest = (stored: StoredRows, query: Pick<RowQuery, 'within' | 'tests'>): SlotTest => {
  const tests = testsFor(stored, { ...query, conditions: [] });
  return (slot) => stored.living.has(slot) && tests.every((test) => test(slot));
};

/** What the lists do not tell. */
const testsFor = ({ ids, columns }: StoredRows, { conditions, within, among, tests = [] }: RowQuery): SlotTest[] => {
  const all = tests.map(({ column, values, isExcluded }) => testOf(columns[column], values, isExcluded));
  const isTold = within === undefined || conditions.some(({ column }) => column === within.column);
  if (!isTold) all.push(testOf(columns[within.column], within.values, false));
  if (among !== undefined) all.push((slot) => among.has(ids.items[slot] as number));
  return all;
};

const testOf = (lists: ValueLists | undefined, values: readonly number[], isExcluded: boolean): SlotTest => {
  if (lists === undefined) return () => false;
  const [mask, codes] = [lists.maskOf(values, { isExcluded }), lists.codes.items];
  return (slot) => mask[codes[slot] as number] === 1;
};
