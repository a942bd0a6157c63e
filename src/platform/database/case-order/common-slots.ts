import type { GrowingIntegers } from './growing-array.ts';

/** Goes through the slots below `end` that all of some lists have, from the last one down; without lists through all. */
export class CommonSlots {
  readonly #shortest: Uint32Array | undefined;
  readonly #others: { readonly items: Uint32Array; index: number }[];
  #index: number;

  constructor(lists: readonly GrowingIntegers[], end: number) {
    const [shortest, ...others] = lists.toSorted((one, other) => one.length - other.length);
    this.#shortest = shortest?.items;
    this.#others = others.map(({ items, length }) => ({ items, index: length - 1 }));
    this.#index = shortest === undefined ? end : lastAtMost(shortest.items, shortest.length - 1, end - 1) + 1;
  }

  /** How many there can still be at the most. */
  get most(): number {
    return this.#index;
  }

  /** The next slot, or -1 when there is none. */
  next(): number {
    while (this.#index > 0) {
      this.#index -= 1;
      const slot = this.#shortest === undefined ? this.#index : (this.#shortest[this.#index] as number);
      if (this.#others.length === 0 || this.#isInOthers(slot)) return slot;
    }
    return -1;
  }

  #isInOthers(slot: number): boolean {
    for (const list of this.#others) {
      list.index = lastAtMost(list.items, list.index, slot);
      if (list.index < 0) this.#index = 0;
      if (list.items[list.index] !== slot) return false;
    }
    return true;
  }
}

/** Where the last item not above the limit is, at or before `from`; -1 when all are above. In steps that double. */
const lastAtMost = (items: Uint32Array, from: number, limit: number): number => {
  let above = from + 1;
  let step = 1;
  let index = from;
  while (index >= 0 && (items[index] as number) > limit) {
    above = index;
    index -= step;
    step *= 2;
  }
  let notAbove = Math.max(index, -1);
  while (above - notAbove > 1) {
    const middle = (above + notAbove) >> 1;
    if ((items[middle] as number) > limit) above = middle;
    else notAbove = middle;
  }
  return notAbove;
};
