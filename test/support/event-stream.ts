import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';

/** An event as a client of the stream hears it. */
export interface HeardEvent {
  readonly cursor: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every type.
  readonly event: any;
}

interface OpenStream {
  /** Where the server listens. */
  readonly url: string;
  readonly query?: string;
  readonly key?: string;
  readonly lastEventId?: string;
}

/** A client of the event stream over a real connection. */
export class EventStreamClient {
  readonly heard: HeardEvent[] = [];
  readonly response: IncomingMessage;
  /** Where it would go on. */
  lastEventId = '';
  /** Fulfilled when the answer has ended, in whatever way. */
  readonly ended: Promise<void>;
  readonly #request: ClientRequest;
  #rest = '';

  private constructor(request: ClientRequest, response: IncomingMessage) {
    this.#request = request;
    this.response = response;
    response.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    this.ended = new Promise((resolve) => response.on('error', () => undefined).on('close', resolve));
  }

  static open({ url, query = '', key = SANDBOX_KEY, lastEventId }: OpenStream): Promise<EventStreamClient> {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    return new Promise((resolve, reject) => {
      const request = get(`${url}/api/v1/events/stream${query}`, { headers, agent: false }, (response) =>
        resolve(new EventStreamClient(request, response)),
      ).on('error', reject);
    });
  }

  /** Waits until so many events were heard. */
  async hears(count: number, timeoutMs = 10_000): Promise<HeardEvent[]> {
    const until = Date.now() + timeoutMs;
    while (this.heard.length < count) {
      if (Date.now() > until) throw new Error(`Heard ${this.heard.length} events instead of ${count}.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.heard;
  }

  /** Hangs up. */
  close(): Promise<void> {
    this.#request.destroy();
    return this.ended;
  }

  #take(text: string): void {
    const blocks = `${this.#rest}${text}`.split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      this.lastEventId = fields.get('id') ?? this.lastEventId;
      const written = fields.get('data');
      if (written !== undefined) this.heard.push({ cursor: this.lastEventId, event: JSON.parse(written) });
    }
  }
}
