import { setImmediate as nextTurn } from 'node:timers/promises';
import { orderedColumns } from './case-rows.ts';
import { ListIndex } from './list-index.ts';
import type { ListEntry, Row } from './row-query.ts';

/** Some rows that have changed, as they are now. */
export interface ChangedRows {
  readonly ids: Iterable<number>;
  /** Those that are there, in ascending order; the others are gone. */
  readonly there: readonly ListEntry[];
}

/** The next rows in ascending order after a place; none when there are no more. */
export type ReadFollowing = (after: Row) => readonly ListEntry[] | Promise<readonly ListEntry[]>;

type Entries = AsyncIterable<readonly ListEntry[]>;

/** An index in the making, and what has become of the rows that have changed meanwhile. */
interface Building {
  readonly changed: Map<number, ListEntry | undefined>;
  done: Promise<void>;
}

/** How many rows of a worn index are put into its successor before others may go on. */
const COPIED_AT_ONCE = 1_000;

/** An index that is built bit by bit while rows change, and built anew beside the one in use when it is worn. */
export class KeptIndex {
  #index: ListIndex | undefined;
  #building: Building | undefined;

  /** What is known; undefined until the index is built. */
  get index(): ListIndex | undefined {
    return this.#index;
  }

  /** Whether changes have to be told: there is an index, or one in the making. */
  get isKept(): boolean {
    return this.#index !== undefined || this.#building !== undefined;
  }

  /** Begins to build from all rows that there are. Whatever changes from now on has to be told. */
  build(readFollowing: ReadFollowing): void {
    this.#build(allRows(readFollowing));
  }

  /** Waits until the index that is in the making is built. */
  async whenBuilt(): Promise<void> {
    await this.#building?.done;
  }

  /** Takes over what has become of some rows. */
  take(changed: ChangedRows): void {
    if (this.#building !== undefined) note(this.#building, changed);
    if (this.#index === undefined) return;
    for (const [id, entry] of byId(changed)) put(this.#index, id, entry);
    if (this.#index.isWorn && this.#building === undefined) this.#build(entriesOf(this.#index));
  }

  /** Gives the index up, also the one in the making. */
  forget(): void {
    this.#index = undefined;
    this.#building = undefined;
  }

  #build(source: Entries): void {
    const building: Building = { changed: new Map(), done: Promise.resolve() };
    this.#building = building;
    building.done = this.#fill(building, source).catch(() => {
      // Tried again with the next question.
      if (this.#building === building) this.#building = undefined;
    });
  }

  async #fill(building: Building, source: Entries): Promise<void> {
    const index = new ListIndex(orderedColumns.length);
    for await (const entries of source) {
      if (this.#building !== building) return;
      for (const entry of entries) index.set(entry);
    }
    if (this.#building !== building) return;
    for (const [id, entry] of building.changed) put(index, id, entry);
    this.#index = index;
    this.#building = undefined;
  }
}

const put = (index: ListIndex, id: number, entry: ListEntry | undefined): void => {
  if (entry === undefined) index.remove(id);
  else index.set(entry);
};

/** Those that are gone first, then the others in ascending order. */
const byId = ({ ids, there }: ChangedRows): Map<number, ListEntry | undefined> => {
  const entries = new Map(there.map((entry) => [entry.id, entry]));
  const gone = [...ids].filter((id) => !entries.has(id));
  return new Map([...gone.map((id) => [id, undefined] as const), ...entries]);
};

const note = ({ changed }: Building, rows: ChangedRows): void => {
  for (const [id, entry] of byId(rows)) {
    // At the end, where later changes belong.
    changed.delete(id);
    changed.set(id, entry);
  }
};

const allRows = async function* (readFollowing: ReadFollowing): AsyncGenerator<readonly ListEntry[]> {
  let last: Row = { at: Number.MIN_SAFE_INTEGER, id: 0 };
  for (;;) {
    await nextTurn();
    const entries = await readFollowing(last);
    const end = entries.at(-1);
    if (end === undefined) return;
    last = end;
    yield entries;
  }
};

/** What is in an index, some at a time, while it goes on to change. */
const entriesOf = async function* (index: ListIndex): AsyncGenerator<readonly ListEntry[]> {
  let entries: ListEntry[] = [];
  for (const entry of index.entries()) {
    if (entries.push(entry) < COPIED_AT_ONCE) continue;
    await nextTurn();
    yield entries;
    entries = [];
  }
  yield entries;
};
