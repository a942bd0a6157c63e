import type { HistoryProperty } from './case-change.ts';

/** Why a property keeps its value when a change of it is to be taken back. */
export const keptReasons = ['changed-since', 'already-so', 'not-usable', 'needed-by-others'] as const;
export type KeptReason = (typeof keptReasons)[number];

/** A property that could not be taken back. */
export interface KeptProperty {
  readonly property: HistoryProperty;
  readonly currentValue: unknown;
  readonly reason: KeptReason;
  /** The reason as a sentence. */
  readonly detail: string;
}

/** A property that has the value again that it had before. */
interface RevertedProperty {
  readonly property: HistoryProperty;
  readonly value: unknown;
}

/** What became of the attempt to take a change back. */
export interface Revert {
  /** The revision that the case is at now. */
  readonly revision: number;
  readonly reverted: readonly RevertedProperty[];
  readonly kept: readonly KeptProperty[];
}
