import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { placeNewEvents } from '../../platform/events/place-new-events.ts';
import { type EventRow, eventJson } from './event.ts';
import { eventCursor } from './event-cursor.ts';
import { selectEventsAfter, selectLastPosition } from './event-log.store.ts';
import { type EventPage, readEvents } from './read-events.ts';
import { type Listener, type StreamPart, Subscriber } from './subscriber.ts';

/** How often the log is looked at while somebody listens, in milliseconds: events are told that much later at most. */
const POLL_MS = 200;

/** How many events are read at once: for everybody who listens, and for one who catches up. */
const BATCH_SIZE = 1_000;
const CATCH_UP_SIZE = 200;

/** How often everybody hears that the connection lives, and whether they are still let in is asked, in milliseconds. */
const HEARTBEAT_MS = 15_000;

/** Telling takes at most a tenth of the time: those who listen must not slow down those who write. */
const REST_FACTOR = 9;

/** How long it rests at the most, in milliseconds: on a busy machine telling takes long, and events must not grow old. */
const MOST_REST_MS = 1_000;

/** How long to wait when the log cannot be read, in milliseconds. */
const TROUBLE_MS = 1_000;

/** How events and heartbeats are written for those who listen. */
interface Wording {
  readonly event: (cursor: string, json: string) => string;
  readonly heartbeat: (cursor: string) => string;
  /** Some of it as it is sent; made once for all who hear the same. */
  readonly part: (text: string) => StreamPart;
}

/** Reads the log once for all who listen in this process, and writes each event once for all who hear the same. */
export class EventHub {
  readonly #ctx: Context;
  readonly #wording: Wording;
  readonly #subscribers = new Set<Subscriber>();
  readonly #catchingUp = new Set<Subscriber>();
  /** Of whom it is not known yet what they may hear. */
  readonly #joining = new Set<Listener>();
  /** Up to where everybody in `#subscribers` was told. */
  #position = 0;
  #begun: Promise<void> | undefined;
  /** The end of what is read for those who catch up. */
  #lastTurn: Promise<unknown> = Promise.resolve();
  #closed = false;
  #rightsChanged = false;
  #lastHeartbeat = performance.now();

  constructor(platform: Platform, wording: Wording) {
    this.#ctx = new Context(platform, operator('jobs'));
    this.#wording = wording;
    platform.database.onConfigurationChanged(() => {
      this.#rightsChanged = true;
    });
  }

  /** How many listen. */
  get size(): number {
    return this.#subscribers.size + this.#catchingUp.size + this.#joining.size;
  }

  /** How many streams of this user are open. */
  countOf(userId: number | null): number {
    const subscribers = [...this.#subscribers, ...this.#catchingUp];
    const listeners = [...subscribers.map(({ listener }) => listener), ...this.#joining];
    return listeners.filter(({ ctx, isOpen }) => ctx.actor.userId === userId && isOpen()).length;
  }

  /** Tells the listener what has happened since a position, and then what happens, until one of both hangs up. */
  async follow(listener: Listener, after: number): Promise<void> {
    const subscriber = await this.#join(listener, after);
    this.#catchingUp.add(subscriber);
    try {
      // From now on every change of rights is noticed; one may have come just before.
      if (!(await subscriber.refresh())) return listener.end();
      await this.#begin();
      await this.#catchUp(subscriber);
      // Nothing is awaited from here on: whatever happened is behind the place of both.
      if (this.#closed) listener.end();
      else if (listener.isOpen()) this.#subscribers.add(subscriber);
    } catch {
      // The client comes again, and is told then what is wrong.
      listener.end();
    } finally {
      this.#catchingUp.delete(subscriber);
    }
  }

  async #join(listener: Listener, after: number): Promise<Subscriber> {
    this.#joining.add(listener);
    try {
      await this.#endWhenRestored();
      return await Subscriber.from(listener, after);
    } finally {
      this.#joining.delete(listener);
    }
  }

  /** Ends all answers in order: when the server stops. */
  close(): void {
    this.#closed = true;
    this.#endAll();
  }

  #endAll(): void {
    for (const { listener } of [...this.#subscribers, ...this.#catchingUp]) listener.end();
    this.#subscribers.clear();
  }

  #begin(): Promise<void> {
    this.#begun ??= this.#findEnd().then(() => {
      void this.#run();
    });
    return this.#begun;
  }

  async #findEnd(): Promise<void> {
    await placeNewEvents(this.#ctx);
    this.#position = await selectLastPosition(this.#ctx.db);
  }

  async #catchUp(subscriber: Subscriber): Promise<void> {
    const { listener } = subscriber;
    while (subscriber.position < this.#position && listener.isOpen()) {
      const { items, end } = await this.#readInTurn(subscriber);
      const { event, part } = this.#wording;
      if (items.length > 0) {
        listener.write(part(items.map(({ position, json }) => event(eventCursor(position), json)).join('')));
        await listener.drained();
      }
      // The log ends before what was read of it: it was restored, which the next heartbeat tells everybody.
      if (end === subscriber.position) return;
      subscriber.position = end;
    }
  }

  /** However many catch up, only one of them reads: the others of this server have their turn in between. */
  #readInTurn({ listener, position }: Subscriber): Promise<EventPage> {
    const { ctx, filter } = listener;
    const read = this.#lastTurn
      .then(() => nextTurn())
      .then(() => readEvents(ctx, { after: position, limit: CATCH_UP_SIZE, filter }));
    this.#lastTurn = read.catch(() => undefined);
    return read;
  }

  /** Looks at the log again and again, for as long as somebody listens. */
  async #run(): Promise<void> {
    while (this.size > 0 && !this.#closed) {
      const pauseMs = await this.#look().catch(() => TROUBLE_MS);
      await sleep(pauseMs, undefined, { ref: false });
      for (const each of this.#subscribers) if (!each.listener.isOpen()) this.#subscribers.delete(each);
    }
    this.#begun = undefined;
  }

  /** Answers how long to wait before the next look, in milliseconds. */
  async #look(): Promise<number> {
    await placeNewEvents(this.#ctx);
    const events = await selectEventsAfter(this.#ctx.db, {
      after: this.#position,
      limit: BATCH_SIZE,
      withCaseSpace: true,
    });
    // After reading: whoever lost a right before something happened does not hear of it.
    await this.#ctx.platform.database.noticeChanges();
    const isHeartbeat = performance.now() - this.#lastHeartbeat > HEARTBEAT_MS;
    if (isHeartbeat) await this.#endWhenRestored();
    if (isHeartbeat || this.#rightsChanged) await this.#askForRights();
    const began = performance.now();
    this.#tell(events);
    if (isHeartbeat) this.#beat();
    const restMs = Math.min(MOST_REST_MS, (performance.now() - began) * REST_FACTOR);
    return events.length === BATCH_SIZE ? restMs : Math.max(POLL_MS, restMs);
  }

  async #askForRights(): Promise<void> {
    this.#rightsChanged = false;
    for (const subscriber of [...this.#subscribers, ...this.#catchingUp]) {
      if (await subscriber.refresh()) continue;
      subscriber.listener.end();
      this.#subscribers.delete(subscriber);
    }
  }

  #tell(events: readonly EventRow[]): void {
    const end = events.at(-1)?.position;
    if (end === undefined) return;
    const words = events.map((event) => ({ event, written: undefined as string | undefined }));
    const write = (word: (typeof words)[number]): string => {
      word.written ??= this.#wording.event(eventCursor(word.event.position), eventJson(word.event));
      return word.written;
    };
    for (const [first, ...others] of Map.groupBy(this.#subscribers, ({ view }) => view).values()) {
      if (first === undefined) continue;
      const heard = words.filter(({ event }) => first.hears(event));
      const part = heard.length === 0 ? undefined : this.#wording.part(heard.map(write).join(''));
      for (const subscriber of [first, ...others]) {
        if (part !== undefined) subscriber.listener.write(part);
        subscriber.position = Math.max(subscriber.position, end);
      }
    }
    this.#position = end;
  }

  #beat(): void {
    this.#lastHeartbeat = performance.now();
    const { heartbeat, part } = this.#wording;
    for (const [position, alike] of Map.groupBy(this.#subscribers, (each) => each.position)) {
      const beat = part(heartbeat(eventCursor(position)));
      for (const { listener } of alike) listener.write(beat);
    }
  }

  /** A log that ends before what was read is another one: those who listen have to begin anew. */
  async #endWhenRestored(): Promise<void> {
    // Before the log is asked: meanwhile more may have been told.
    const told = this.#position;
    const last = await selectLastPosition(this.#ctx.db);
    // Several may find it out at the same time: who listens since then listens to the new log.
    if (last >= told || this.#position < told) return;
    this.#endAll();
    this.#position = last;
  }
}
