import type { Context } from '../../platform/context.ts';
import { isStillLetIn } from '../keys/is-still-let-in.ts';
import type { EventRow } from './event.ts';
import { type EventFilter, eventMatcher } from './event-filter.ts';
import { type EventSight, eventSightOf, hearsEverything, mayHear } from './event-sight.ts';

/** Somebody who wants to hear of events as they happen, and how to tell them. */
export interface Listener {
  readonly ctx: Context;
  readonly filter: EventFilter;
  /** Takes bytes without waiting. */
  readonly write: (chunk: string | Uint8Array) => void;
  /** Waits until what was written has been taken. */
  readonly drained: () => Promise<void>;
  readonly isOpen: () => boolean;
  readonly end: () => void;
}

/** A listener who hears everything up to some place in the log, with what they may hear. */
export class Subscriber {
  readonly listener: Listener;
  readonly #matches: (event: EventRow) => boolean;
  readonly #filterKey: string;
  #sight: EventSight;
  /** What was told already: the place in the log. */
  position: number;

  private constructor(listener: Listener, sight: EventSight, position: number) {
    this.listener = listener;
    this.#sight = sight;
    this.position = position;
    this.#matches = eventMatcher(listener.filter);
    this.#filterKey = JSON.stringify(listener.filter);
  }

  static async from(listener: Listener, position: number): Promise<Subscriber> {
    return new Subscriber(listener, await eventSightOf(listener.ctx), position);
  }

  /** Asks again what they may hear; false when they would not be let in any more. */
  async refresh(): Promise<boolean> {
    const { ctx } = this.listener;
    if (!(await isStillLetIn(ctx))) return false;
    this.#sight = await eventSightOf(ctx);
    return true;
  }

  /** The same for all who hear the same: what is written for one of them does for the others. */
  get view(): string {
    const { userId, keyId, scope } = this.listener.ctx.actor;
    const whose = hearsEverything(this.#sight) ? 'everything' : `${userId} ${scope === undefined ? '' : keyId}`;
    return `${this.position} ${whose} ${this.#filterKey}`;
  }

  hears(event: EventRow): boolean {
    return event.position > this.position && this.#matches(event) && mayHear(this.#sight, event);
  }
}
