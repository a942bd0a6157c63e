import { growingIntegers } from './growing-array.ts';

/** How many slots one number has a bit for: what `>>> 5` divides by. */
const BITS = 32;

/** A set of slots, one bit each: small enough to stay in the processor's cache. Slots are added in ascending order. */
export class SlotSet {
  readonly #words = growingIntegers();
  size = 0;

  has(slot: number): boolean {
    return (((this.#words.items[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1;
  }

  add(slot: number): void {
    while (this.#words.length * BITS <= slot) this.#words.push(0);
    const word = slot >>> 5;
    this.#words.items[word] = (this.#words.items[word] as number) | (1 << (slot & 31));
    this.size += 1;
  }

  delete(slot: number): void {
    const word = slot >>> 5;
    this.#words.items[word] = (this.#words.items[word] as number) & ~(1 << (slot & 31));
    this.size -= 1;
  }
}
