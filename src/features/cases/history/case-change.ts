import type { CaseProperty } from '../case.ts';

/** What history tells of: the properties of a case and `deletedAt`, since when it is in the bin. */
export type HistoryProperty = CaseProperty | 'deletedAt';

/** One changed property. */
export interface HistoryEntry {
  readonly id: number;
  readonly property: HistoryProperty;
  /** Null also when the case was just created. */
  readonly oldValue: unknown;
  readonly newValue: unknown;
}

/** What a change reverts: one change of its case, perhaps only one entry of it, or its part in a bulk change. */
export interface Reverted {
  readonly revision: number | null;
  readonly entryId: number | null;
  readonly bulkId: number | null;
}

/** What one change did to one case: it made one revision of it. */
export interface CaseChange {
  readonly caseId: number;
  readonly revision: number;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** Null when the operator of the machine did it. */
  readonly actorId: number | null;
  readonly keyId: number | null;
  readonly door: string;
  /** The bulk change that it belongs to. */
  readonly bulkId: number | null;
  readonly reverts: Reverted | null;
  /** In the order in which they were written. */
  readonly entries: readonly HistoryEntry[];
}

/** Which changes of a list are asked for, newest first. */
export interface ChangePageRequest {
  readonly limit: number;
  /** Only those before this place, which `next` of another page names. */
  readonly before?: number | undefined;
}

/** One page of a list of changes. */
export interface ChangePage {
  readonly changes: readonly CaseChange[];
  /** Where the next page begins; undefined on the last one. */
  readonly next: number | undefined;
}
