import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { allViewers } from '../viewers/all-viewers.ts';
import { VIEWERS_CHANGED } from '../viewers/viewer.ts';
import type { EventFilter } from './event-filter.ts';
import type { StreamPart } from './subscriber.ts';

/** How often it is looked who looks at what, while somebody wants to hear of it, in milliseconds. */
const LOOK_MS = 400;

/** How long to wait when that cannot be read, in milliseconds. */
const TROUBLE_MS = 2_000;

/** Somebody who wants to hear who else comes and goes. */
interface ViewerListener {
  readonly ctx: Context;
  readonly filter: EventFilter;
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
      // What could not be told, because rights could not be read, is found again.
      const now = await this.#look(before).catch(() => undefined);
      before = now ?? before;
      await sleep(now === undefined ? TROUBLE_MS : LOOK_MS, undefined, { ref: false });
      for (const each of this.#listeners) if (!each.isOpen()) this.#listeners.delete(each);
    }
    this.#isRunning = false;
  }

  async #look(before: Viewers | undefined): Promise<Viewers> {
    const now = await allViewers(this.#ctx);
    const changed = [...now].filter(([caseId, viewers]) => viewers.join() !== before?.get(caseId)?.join());
    if (before === undefined || changed.length === 0) return now;
    // Before asking what anybody may see: another process may have taken it from them.
    await this.#ctx.platform.database.noticeChanges();
    for (const [caseId, viewers] of changed) await this.#tell(caseId, new Set(viewers));
    return now;
  }

  async #tell(caseId: number, viewers: ReadonlySet<number | null>): Promise<void> {
    const part = this.#part(VIEWERS_CHANGED, JSON.stringify({ type: VIEWERS_CHANGED, caseId }));
    for (const listener of this.#listeners) {
      if (viewers.has(listener.ctx.actor.userId) && (await mayHearOf(listener, caseId))) listener.write(part);
    }
  }
}

/** Whether the case is there for a listener, with their key, and in a space of which they want to hear. */
const mayHearOf = async ({ ctx, filter: { spaceIds } }: ViewerListener, caseId: number): Promise<boolean> => {
  try {
    const { configuration } = await findVisibleCase(ctx, { caseId });
    return spaceIds?.includes(configuration.space.id) ?? true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
};
