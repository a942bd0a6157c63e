import type { ErrorCode } from '../../../kernel/errors.ts';
import type { KeptActor } from '../kept-actor.ts';
import type { KeptRefusal } from '../kept-refusal.ts';
import type { GivenMapping, MappedColumn } from './column-mapping.ts';

/** The kinds of files that cases are imported from. */
export const importFormats = ['csv', 'jsonl'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** How far an import has come. */
export const importStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];

/** What became of one row. */
export interface RowOutcome {
  readonly line: number;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  readonly refusal?: RowRefusal;
}

/** Why a row was refused, by the columns of the file. */
export type RowRefusal = KeptRefusal;

/** How a file is to be read. */
interface ImportRequest {
  readonly format: ImportFormat;
  readonly columns: GivenMapping;
}

/** Why an import could not go on. */
export interface ImportFailure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** How many rows came to what. */
export interface RowCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** A file with cases on its way into a space, without the columns that came up. */
export interface ImportSummary extends RowCounts {
  readonly id: number;
  readonly spaceId: number;
  readonly groupId: number | null;
  readonly userId: number | null;
  readonly isDryRun: boolean;
  readonly request: ImportRequest;
  readonly fileName: string;
  readonly byteSize: number;
  readonly state: ImportState;
  readonly bytesRead: number;
  /** How many rows were read by now. */
  readonly rowCount: number;
  readonly failure: ImportFailure | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

/** A file with cases on its way into a space, as far as it has come. */
export interface Import extends ImportSummary {
  readonly columns: readonly MappedColumn[];
}

/** An import with what it takes to work on it. */
export interface ImportWork extends Import {
  readonly actor: KeptActor;
  readonly storageKey: string;
}

/** A refused row. */
export interface RefusedRow {
  readonly line: number;
  readonly refusal: RowRefusal;
}
