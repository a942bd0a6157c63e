import type { CaseChanges } from '../case.ts';
import type { Revert } from '../history/revert.ts';
import { type KeptRefusal, refusalIn } from '../kept-refusal.ts';
import type { Tagging } from './tagging.ts';

export const bulkModes = ['all-or-nothing', 'per-case'] as const;
export type BulkMode = (typeof bulkModes)[number];

/** How far a bulk change has come. */
export const bulkStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type BulkState = (typeof bulkStates)[number];

/** What every case of a bulk change gets. */
export interface BulkRequest {
  readonly changes: CaseChanges;
  /** Never together with tags that replace all others. */
  readonly tagging?: Tagging | undefined;
  readonly comment?: { readonly text: string; readonly isInternal: boolean } | undefined;
}

export const caseOutcomes = ['changed', 'unchanged', 'refused'] as const;

/** What became of one case. */
export interface CaseOutcome {
  readonly caseId: number;
  readonly outcome: (typeof caseOutcomes)[number];
  /** Why, when it was refused. */
  readonly refusal?: KeptRefusal;
  /** What was taken back and what was not, of a revert. */
  readonly revert?: Pick<Revert, 'reverted' | 'kept'>;
}

/** A bulk change as it is known by now. */
export interface BulkChange {
  /** Also its group in the history. */
  readonly id: number;
  readonly mode: BulkMode;
  readonly state: BulkState;
  /** The bulk change that it takes back, or the import; both null when it changes what its request says. */
  readonly revertsId: number | null;
  readonly revertsImportId: number | null;
  readonly userId: number | null;
  /** The key it was begun with. */
  readonly keyId: number | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  /** How many cases it is about, and what became of them by now. */
  readonly total: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** The refusal of a case in a form that can be kept; everything else that is thrown is thrown on. */
export const keepRefusal = (caseId: number, error: unknown): CaseOutcome => ({
  caseId,
  outcome: 'refused',
  refusal: refusalIn(error),
});
