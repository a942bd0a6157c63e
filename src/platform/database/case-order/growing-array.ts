type Items = Uint32Array | Float64Array;

const FIRST_CAPACITY = 16;
const GROWTH = 1.5;

/** Numbers without gaps that are only added at the end; `items` has room beyond `length`. */
class GrowingArray<A extends Items> {
  items: A;
  length = 0;
  readonly #make: (capacity: number) => A;

  constructor(make: (capacity: number) => A) {
    this.#make = make;
    this.items = make(FIRST_CAPACITY);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = this.#make(Math.ceil(this.items.length * GROWTH));
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = value;
    this.length += 1;
  }
}

export const growingIntegers = () => new GrowingArray((capacity) => new Uint32Array(capacity));
export const growingNumbers = () => new GrowingArray((capacity) => new Float64Array(capacity));
export type GrowingIntegers = ReturnType<typeof growingIntegers>;
export type GrowingNumbers = ReturnType<typeof growingNumbers>;
