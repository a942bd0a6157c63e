import { type GrowingIntegers, growingIntegers } from './growing-array.ts';

/** For one column: which slots have each value, in ascending order, and which value each slot has, as a small code. */
export class ValueLists {
  /** The code of each slot's value; 0 is none. */
  readonly codes: GrowingIntegers = growingIntegers();
  readonly #codeOfValue = new Map<number, number>();
  readonly #valueOfCode: number[] = [0];
  readonly #slotsOfCode: (GrowingIntegers | undefined)[] = [undefined];
  readonly #homeOfCode: (number | undefined)[] = [undefined];

  /** Says which value the next slot has (0 is none, which has no list), and which one in the column of homes. */
  push(value: number, home: number): void {
    const code = value === 0 ? 0 : this.#codeFor(value, home);
    if (code !== 0) {
      this.#slotsOfCode[code]?.push(this.codes.length);
      if (this.#homeOfCode[code] !== home) this.#homeOfCode[code] = undefined;
    }
    this.codes.push(code);
  }

  /** The home that all slots with this value have; undefined when they have several. */
  homeOf(value: number): number | undefined {
    return this.#homeOfCode[this.#codeOfValue.get(value) ?? 0];
  }

  valueAt(slot: number): number {
    return this.#valueOfCode[this.codes.items[slot] as number] as number;
  }

  /** The slots with this value, or undefined when no slot has ever had it. */
  slotsOf(value: number): GrowingIntegers | undefined {
    return this.#slotsOfCode[this.#codeOfValue.get(value) ?? 0];
  }

  /** How many different values there have been, none among them. */
  get codeCount(): number {
    return this.#valueOfCode.length;
  }

  valueOf(code: number): number {
    return this.#valueOfCode[code] as number;
  }

  /** 1 at the codes of these values (0 for none), or of all others. */
  maskOf(values: Iterable<number>, { isExcluded = false }: { readonly isExcluded?: boolean } = {}): Uint8Array {
    const mask = new Uint8Array(this.#valueOfCode.length).fill(isExcluded ? 1 : 0);
    for (const value of values) {
      const code = value === 0 ? 0 : this.#codeOfValue.get(value);
      if (code !== undefined) mask[code] = isExcluded ? 0 : 1;
    }
    return mask;
  }

  #codeFor(value: number, home: number): number {
    const known = this.#codeOfValue.get(value);
    if (known !== undefined) return known;
    const code = this.#valueOfCode.length;
    this.#codeOfValue.set(value, code);
    this.#valueOfCode.push(value);
    this.#slotsOfCode.push(growingIntegers());
    this.#homeOfCode.push(home);
    return code;
  }
}
