import type { Expected } from './compare.ts';
import type { CallName, PageEntry } from './page.ts';

/**
 * Which servers an exchange may be tried on.
 * - `any server`: it only reads, or is refused before anything is written.
 * - `any server, writing`: it writes what the same file takes back; only when whoever runs it allows that.
 * - `our server`: it needs what the test prepared, or tries what should not be tried on a server in use.
 */
type Against = 'any server' | 'any server, writing' | 'our server';

/** A file of a multipart upload. */
export interface Upload {
  /** What the part is called; clients take the name of the file. */
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/**
 * One request and the answer to it, as they travel. `{names}` in the request and in the answer stand for values that
 * were discovered, prepared or kept from an answer before: a text that is nothing but such a name becomes the value
 * itself, for example a number.
 */
export interface Exchange {
  /** What is asked for, in one sentence. */
  readonly name: string;
  /** What of the reference it shows, beside its own call. */
  readonly covers?: readonly PageEntry[];
  readonly against: Against;
  /** Method, path and query, for example `GET /api/cases/{case}`. */
  readonly request: string;
  /** Beside or instead of the key in the header `Rest-Api-Key` and of `Content-Type: application/json` where there is a body. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it stands, instead of a body. */
  readonly text?: string;
  /** Sent as a multipart form, instead of a body. */
  readonly uploads?: readonly Upload[];
  /** How often it is sent, the last answer being the one that counts; once unless told. */
  readonly times?: number;
  readonly status: number;
  /** The headers of the answer that matter. */
  readonly answerHeaders?: Readonly<Record<string, Expected>>;
  /** The body of the answer; absent when it is not JSON. */
  readonly answer?: Expected;
  /** What is found in an answer that is XML. */
  readonly xml?: RegExp;
  /** What later exchanges need of the answer: a name for it, and where it is. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** All exchanges of one call, in the order in which they happen. */
export interface Call {
  readonly call: CallName;
  readonly exchanges: readonly Exchange[];
}

/** A key that is none. */
export const noKey = { 'Rest-Api-Key': '' } as const;
