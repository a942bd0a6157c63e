import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { allViewers } from '../viewers/all-viewers.ts';
import { VIEWERS_CHANGED } from '../viewers/viewer.ts';
import type { StreamPart } from './subscriber.ts';

/** How often it is looked who looks at what, while somebody wants to hear of it, in milliseconds. */
const LOOK_MS = 400;

/** How long to wait when that cannot be read, in milliseconds. */
const TROUBLE_MS = 2_000;

/** Somebody who wants to hear who else comes and goes. */
interface ViewerListener {
  readonly userId: number | null;
  readonly write: (part: StreamPart) => void;
  readonly isOpen: () => boolean;
}

type Viewers = ReadonlyMap<number, readonly number[]>;

/** Tells those who look at a case that others have come to it or left. Source: docs/adr/0027. */
export class ViewerWatch {
  readonly #ctx: Context;
  readonly #part: (name: string, json: string) => StreamPart;
  readonly #listeners = new Set<ViewerListener>();
  #isRunning = false;

  constructor(platform: Platform, part: (name: string, json: string) => StreamPart) {
    this.#ctx = new Context(platform, operator('jobs'));
    this.#part = part;
  }

  /** Tells the listener from now on, until one of both hangs up. */
  follow(listener: ViewerListener): void {
    this.#listeners.add(listener);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    let before: Viewers | undefined;
    while (this.#listeners.size > 0) {
      const now = await allViewers(this.#ctx).catch(() => undefined);
      if (now !== undefined && before !== undefined) this.#tell(before, now);
      before = now ?? before;
      await sleep(now === undefined ? TROUBLE_MS : LOOK_MS, undefined, { ref: false });
      for (const each of this.#listeners) if (!each.isOpen()) this.#listeners.delete(each);
    }
    this.#isRunning = false;
  }

  #tell(before: Viewers, now: Viewers): void {
    for (const [caseId, viewers] of now) {
      if (viewers.join() === before.get(caseId)?.join()) continue;
      const part = this.#part(VIEWERS_CHANGED, JSON.stringify({ type: VIEWERS_CHANGED, caseId }));
      for (const { userId, write } of this.#listeners) {
        if (userId !== null && viewers.includes(userId)) write(part);
      }
    }
  }
}
