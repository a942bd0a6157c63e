import type { Context } from '../context.ts';

/** Work that the program does by itself, again and again. */
export interface Job {
  readonly name: string;
  /** How long to wait after one run before the next one begins, in milliseconds. */
  readonly everyMs: number;
  /** Must be safe to run in several processes at once, and again after it was cut off anywhere. The signal asks to come to an end. */
  readonly run: (ctx: Context, signal?: AbortSignal) => Promise<void>;
}
