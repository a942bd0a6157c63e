import { growingNumbers } from './growing-array.ts';
import { isAfter, type ListEntry, type ListQuery, type Row, type RowQuery } from './row-query.ts';
import { SlotMap } from './slot-map.ts';
import { SlotSet } from './slot-set.ts';
import { ValueLists } from './value-lists.ts';
import { type StoredRows, slotTest, wantedSlots } from './wanted-slots.ts';

/** How many rows at the end are moved at the most to put one before them; others are kept apart. */
const MAX_MOVED = 64;
/** When to build the index anew: rows kept apart, and slots that nobody is in any more. */
const MAX_STRAYS = 1_000;
const MIN_DEAD = 10_000;
const DEAD_SHARE = 0.25;

/**
 * Rows in ascending order of `at` and ID, each in a slot, and for each value of each column the list of its slots.
 * A changed row leaves its slot empty and takes a new one at the end: changes are always the newest. Rows that belong
 * somewhere else (an import of old ones) are kept apart, in order, until the index is built anew.
 */
export class ListIndex {
  /** The ID in each slot, also when it is there no longer: slots are compared all the same. */
  readonly #ids = growingNumbers();
  readonly #ats = growingNumbers();
  readonly #columns: readonly ValueLists[];
  readonly #slots = new SlotMap();
  /** In ascending order. */
  readonly #strays: ListEntry[] = [];
  readonly #living = new SlotSet();
  readonly #stored: StoredRows;

  constructor(columnCount: number) {
    this.#columns = Array.from({ length: columnCount }, () => new ValueLists());
    this.#stored = { ids: this.#ids, ats: this.#ats, columns: this.#columns, living: this.#living };
  }

  get size(): number {
    return this.#living.size + this.#strays.length;
  }

  /** Whether so much has changed that it should be built anew. */
  get isWorn(): boolean {
    const dead = this.#ids.length - this.#living.size;
    return this.#strays.length > MAX_STRAYS || dead > MIN_DEAD + this.#living.size * DEAD_SHARE;
  }

  /** Puts the row where it belongs, and takes it from where it was. */
  set(entry: ListEntry): void {
    const slot = this.#slots.get(entry.id);
    if (slot !== undefined && this.#isSame(slot, entry)) return;
    this.remove(entry.id);
    this.#place(entry);
  }

  remove(id: number): void {
    const slot = this.#slots.get(id);
    if (slot !== undefined) this.#empty(slot);
    else if (this.#strays.length > 0) {
      const index = this.#strays.findIndex((stray) => stray.id === id);
      if (index !== -1) this.#strays.splice(index, 1);
    }
  }

  /** One part of the list, last rows first. */
  find(query: ListQuery): Row[] {
    const { offset, length } = query;
    if (offset >= this.size) return [];
    const strays = this.#strays.filter((stray) => matches(stray, query));
    // As many rows of the slots as may be on the page, whatever the place of the strays.
    const skipped = Math.max(0, offset - strays.length);
    const rows = this.#walk(query, skipped, offset + length - skipped);
    if (strays.length > 0) merge(rows, strays);
    return rows.slice(offset - skipped, offset - skipped + length);
  }

  /** How many rows have each value of a column; 0 is none. */
  tally(query: RowQuery, column: number): Map<number, number> {
    const counts = new Map<number, number>();
    const count = (value: number, rows: number): void => void counts.set(value, (counts.get(value) ?? 0) + rows);
    const values = this.#columns[column] as ValueLists;
    for (const [code, rows] of this.#tallySlots(query, values).entries())
      if (rows > 0) count(values.valueOf(code), rows);
    for (const stray of this.#strays) if (matches(stray, query)) count(stray.values[column] ?? 0, 1);
    return counts;
  }

  /** Those of the rows that fulfil what is demanded of their columns, in the order of the IDs given. */
  only(ids: readonly number[], query: Pick<RowQuery, 'within' | 'tests'>): number[] {
    const isWanted = slotTest(this.#stored, query);
    const strays = new Map(this.#strays.map((stray) => [stray.id, stray]));
    return ids.filter((id) => {
      const slot = this.#slots.get(id);
      if (slot !== undefined) return isWanted(slot);
      const stray = strays.get(id);
      return stray !== undefined && matches(stray, { ...query, conditions: [] });
    });
  }

  /** All rows in ascending order. */
  *entries(): Generator<ListEntry> {
    const strays = [...this.#strays];
    for (let slot = 0; slot < this.#ids.length; slot += 1) {
      const entry = this.#entryAt(slot);
      while (strays[0] !== undefined && !isAfter(strays[0], entry.at, entry.id)) yield strays.shift() as ListEntry;
      if (this.#living.has(slot)) yield entry;
    }
    yield* strays;
  }

  /** The rows in slots that fulfil the conditions, last ones first: so many, after those skipped. */
  #walk(query: ListQuery, skip: number, limit: number): Row[] {
    const found: Row[] = [];
    const slots = wantedSlots(this.#stored, query);
    // Beyond the end for sure: nothing has to be counted.
    if (slots === undefined || skip >= slots.most) return found;
    for (let skipped = 0; skipped < skip; skipped += 1) if (slots.next() === -1) return found;
    for (let slot = slots.next(); slot !== -1; slot = slots.next()) {
      if (found.push(this.#rowAt(slot)) === limit) break;
    }
    return found;
  }

  /** How many rows in slots fulfil the conditions, by the code of their value. */
  #tallySlots(query: RowQuery, { codes: { items: codes }, codeCount }: ValueLists): Uint32Array {
    const counts = new Uint32Array(codeCount);
    const slots = wantedSlots(this.#stored, query);
    for (let slot = slots?.next() ?? -1; slot !== -1; slot = slots?.next() ?? -1) {
      counts[codes[slot] as number] = (counts[codes[slot] as number] as number) + 1;
    }
    return counts;
  }

  #isSame(slot: number, { at, values }: ListEntry): boolean {
    return (
      this.#ats.items[slot] === at && this.#columns.every((lists, column) => lists.valueAt(slot) === values[column])
    );
  }

  #place(entry: ListEntry): void {
    const later = this.#laterThan(entry);
    if (later === undefined) {
      const index = this.#strays.findIndex((stray) => isAfter(stray, entry.at, entry.id));
      this.#strays.splice(index === -1 ? this.#strays.length : index, 0, entry);
      return;
    }
    for (const { id } of later) this.#empty(this.#slots.get(id) as number);
    for (const each of [entry, ...later]) this.#append(each);
  }

  /** The rows at the end that come after the entry, in order; undefined when they are too many. */
  #laterThan({ at, id }: ListEntry): ListEntry[] | undefined {
    const later: ListEntry[] = [];
    for (let slot = this.#ids.length - 1; slot >= 0; slot -= 1) {
      const other = this.#entryAt(slot);
      if (!isAfter(other, at, id)) break;
      if (this.#ids.length - slot > MAX_MOVED) return undefined;
      if (this.#living.has(slot)) later.unshift(other);
    }
    return later;
  }

  #rowAt(slot: number): Row {
    return { id: this.#ids.items[slot] as number, at: this.#ats.items[slot] as number };
  }

  #entryAt(slot: number): ListEntry {
    return { ...this.#rowAt(slot), values: this.#columns.map((lists) => lists.valueAt(slot)) };
  }

  #append({ id, at, values }: ListEntry): void {
    this.#slots.set(id, this.#ids.length);
    this.#ids.push(id);
    this.#ats.push(at);
    this.#columns.forEach((lists, column) => {
      lists.push(values[column] ?? 0, values[0] ?? 0);
    });
    this.#living.add(this.#ids.length - 1);
  }

  #empty(slot: number): void {
    this.#slots.delete(this.#ids.items[slot] as number);
    this.#living.delete(slot);
  }
}

const matches = ({ id, at, values }: ListEntry, query: RowQuery): boolean => {
  const { conditions, within, among, tests = [], after, from = at } = query;
  return (
    among?.has(id) !== false &&
    at >= from &&
    (after === undefined || isAfter(after, at, id)) &&
    conditions.every(({ column, value }) => values[column] === value) &&
    tests.every((test) => test.values.includes(values[test.column] ?? 0) !== test.isExcluded) &&
    (within === undefined || within.values.includes(values[within.column] ?? 0))
  );
};

/** Puts the others among the rows, last ones first. */
const merge = (rows: Row[], others: readonly Row[]): void => {
  rows.push(...others);
  rows.sort((one, other) => other.at - one.at || other.id - one.id);
};
