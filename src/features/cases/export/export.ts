import type { KeptActor } from '../kept-actor.ts';

/** The kinds of files that cases are exported to. */
export const exportFormats = ['csv', 'jsonl', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media types of the files. Source: RFC 4180 section 3; ndjson.org; ECMA-376. */
export const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/x-ndjson; charset=utf-8',
  xlsx: XLSX_TYPE,
};

/** How far an export has come. */
export const exportStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof exportStates)[number];

/** How long the file of an export is kept after it was begun, in milliseconds. */
export const EXPORT_RETENTION_MS = 24 * 60 * 60 * 1_000;

/** Which cases, in which kind of file. */
export interface ExportRequest {
  readonly query: string;
  readonly spaceId?: number | undefined;
  readonly format: ExportFormat;
}

/** A file with cases that is put together, or ready to be fetched. */
export interface Export {
  readonly id: number;
  readonly actor: KeptActor;
  readonly userId: number | null;
  readonly request: ExportRequest;
  readonly state: ExportState;
  /** How many cases are in it by now. */
  readonly caseCount: number;
  /** Of the whole file; null before that. */
  readonly byteSize: number | null;
  readonly storageKey: string | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}
