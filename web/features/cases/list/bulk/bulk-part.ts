import type { BulkRequest } from '../../../../../src/client/index.ts';
import type { Selection } from '../use-selection.ts';
import type { CommonPlace } from './offered-in.ts';

/** What each part of the bar is about, and what hears of a choice. */
export interface BulkPart {
  readonly place: CommonPlace;
  readonly selection: Selection;
  readonly onChange: (changes: BulkRequest['changes']) => void;
}
