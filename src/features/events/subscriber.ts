import type { Context } from '../../platform/context.ts';
import { isStillLetIn } from '../keys/is-still-let-in.ts';
import type { EventRow } from './event.ts';
import { type EventFilter, eventMatcher } from './event-filter.ts';
import { type EventSight, eventSightOf, hearsEverything, mayHear } from './event-sight.ts';

/** Some text in the form in which it is sent. */
export interface StreamPart {
  readonly text: Buffer;
  readonly chunk: Buffer;
}

/** Somebody who wants to hear of events as they happen, and how to tell them. */
export interface Listener {
  readonly ctx: Context;
  readonly filter: EventFilter;
  /** Takes a part without waiting. */
  readonly write: (part: StreamPart) => void;
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
  #hearing: string;
  /** What was told already: the place in the log. */
  position: number;

  private constructor(listener: Listener, sight: EventSight, position: number) {
    this.listener = listener;
    this.#sight = sight;
    this.position = position;
    this.#matches = eventMatcher(listener.filter);
    this.#filterKey = JSON.stringify(listener.filter);
    this.#hearing = this.#describeHearing();
  }

  static async from(listener: Listener, position: number): Promise<Subscriber> {
    return new Subscriber(listener, await eventSightOf(listener.ctx), position);
  }

  /** Asks again what they may hear; false when they would not be let in any more. */
  async refresh(): Promise<boolean> {
    const { ctx } = this.listener;
    if (!(await isStillLetIn(ctx))) return false;
    this.#sight = await eventSightOf(ctx);
    this.#hearing = this.#describeHearing();
    return true;
  }

  /** The same for all who hear the same: what is written for one of them does for the others. */
  get view(): string {
    return `${this.position} ${this.#hearing}`;
  }

  #describeHearing(): string {
    const { userId, keyId, scope } = this.listener.ctx.actor;
    const whose = hearsEverything(this.#sight) ? 'everything' : `${userId} ${scope === undefined ? '' : keyId}`;
    return `${whose} ${this.#filterKey}`;
  }

  hears(event: EventRow): boolean {
    return event.position > this.position && this.#matches(event) && mayHear(this.#sight, event);
  }
}
