import { type NarrowedQuery, narrowed } from './narrowed-query.ts';

/** The query about one space alone, whatever it says; about all without a space. */
export const scopedQuery = (written: string, spaceId: number | undefined): NarrowedQuery =>
  spaceId === undefined
    ? { query: written, placeOf: (position) => position }
    : narrowed(written, { terms: [`space:${spaceId}`] });
