/** A piece of work, and until when nobody else may take it; times in milliseconds since 1970-01-01T00:00:00Z. */
export interface Lease {
  readonly id: number;
  readonly now: number;
  readonly until: number;
}
