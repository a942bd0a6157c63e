import type { Filled } from './fill.ts';
import type { Load } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { TestBed } from './test-bed.ts';

/** What the parts of a run share. */
export interface Run {
  readonly options: BenchOptions;
  readonly bed: TestBed;
  /** The database `template`, of which parts make copies. */
  readonly filled: Filled;
  readonly load: Load;
  /** Does some work and says how long it took. */
  readonly step: <T>(text: string, work: () => Promise<T>) => Promise<T>;
}

/** What a part has found out. */
export interface PartReport {
  /** Tables and sentences. */
  readonly text: string;
  /** One line for each target: met or missed. */
  readonly targets: readonly string[];
  /** How many requests failed. */
  readonly failures: number;
}

/** Measures one subject. */
export type Part = (run: Run) => Promise<PartReport>;
