import type { SpawnOptions } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export function runChild(command: string, args: readonly string[], options: SpawnOptions): Promise<Ended>;
export function endLike(ended: Pick<Ended, 'code' | 'signal'>): void;
