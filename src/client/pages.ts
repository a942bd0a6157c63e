/** One page of a list. */
interface Page {
  readonly items: readonly unknown[];
  readonly next: unknown;
}

type ItemOf<P extends Page> = P extends { readonly items: readonly (infer Item)[] } ? Item : never;

/**
 * A list that goes on page by page. Awaited, it is the first page; in `for await`, every item of all pages, each page
 * asked for when it is reached.
 */
export class Pages<P extends Page> implements PromiseLike<P>, AsyncIterable<ItemOf<P>> {
  readonly #read: (cursor: string | undefined) => Promise<P>;

  constructor(read: (cursor: string | undefined) => Promise<P>) {
    this.#read = read;
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a list is how its first page is read
  then<R = P, E = never>(
    resolved?: ((page: P) => R | PromiseLike<R>) | null,
    rejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    return this.#read(undefined).then(resolved, rejected);
  }

  /** Page by page. */
  async *pages(): AsyncGenerator<P> {
    let cursor: string | undefined;
    for (;;) {
      const page = await this.#read(cursor);
      yield page;
      // A log has no end: its last page tells where to go on, but there is nothing yet.
      if (typeof page.next !== 'string' || page.items.length === 0) return;
      cursor = page.next;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<P>> {
    for await (const page of this.pages()) yield* page.items as readonly ItemOf<P>[];
  }

  /** All items as an array, at most this many. */
  async toArray({ limit = Number.POSITIVE_INFINITY }: { readonly limit?: number } = {}): Promise<ItemOf<P>[]> {
    const items: ItemOf<P>[] = [];
    for await (const item of this) {
      if (items.length >= limit) break;
      items.push(item);
    }
    return items;
  }
}
