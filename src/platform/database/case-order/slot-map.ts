const PAGE_SIZE = 4_096;

/** Where each ID is, in pages of numbers: a tenth of the memory of a Map, and IDs may be as large as they like. */
export class SlotMap {
  /** Places are kept plus one, so that 0 is "nowhere". */
  readonly #pages = new Map<number, Uint32Array>();

  get(id: number): number | undefined {
    const place = this.#pages.get(Math.floor(id / PAGE_SIZE))?.[id % PAGE_SIZE] ?? 0;
    return place === 0 ? undefined : place - 1;
  }

  set(id: number, slot: number): void {
    const number = Math.floor(id / PAGE_SIZE);
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = new Uint32Array(PAGE_SIZE);
      this.#pages.set(number, page);
    }
    page[id % PAGE_SIZE] = slot + 1;
  }

  delete(id: number): void {
    const page = this.#pages.get(Math.floor(id / PAGE_SIZE));
    if (page !== undefined) page[id % PAGE_SIZE] = 0;
  }
}
