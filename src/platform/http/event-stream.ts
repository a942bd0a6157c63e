import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** How long a client waits before it connects again, in milliseconds. */
const RETRY_MS = 2_000;

/** How much may wait for a client that does not read, in bytes: it is cut off instead of filling the memory. */
const MAX_WAITING_BYTES = 1024 * 1024;

/** How long a client may take to read what waits for it while it catches up, in milliseconds. */
const DRAIN_TIMEOUT_MS = 30_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer goes on for as long as the client listens: how long it took tells nothing. */
    readonly isLongLived?: boolean;
  }
}

/** A part of a stream as it goes over the wire: made once, and sent to everybody who hears the same. */
export interface StreamPart {
  readonly text: Buffer;
  /** The same with its length before it. Source: RFC 9112 section 7.1. */
  readonly chunk: Buffer;
}

/** A part with this text in it, which must not be empty: an empty one would be the end. */
export const streamPart = (content: string): StreamPart => {
  const text = Buffer.from(content);
  return { text, chunk: Buffer.concat([Buffer.from(`${text.length.toString(16)}\r\n`), text, CRLF]) };
};

const CRLF = Buffer.from('\r\n');

/** An open answer of Server-Sent Events. Source: HTML standard, section 9.2. */
export class EventStream {
  readonly #response: ServerResponse;
  /** How much the answer itself keeps back: what is sent beside it would overtake that. */
  #heldBack = 0;

  /** Takes the answer over from Fastify and begins it; the ID is where a client goes on that hears nothing before it breaks. */
  constructor(reply: FastifyReply, lastEventId: string) {
    const headers = reply.getHeaders();
    reply.hijack();
    this.#response = reply.raw;
    // What fails on the way to a client that is gone needs no answer.
    this.#response.on('error', () => undefined);
    this.#response.writeHead(200, {
      ...(headers as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would keep events back until it has a page of them.
      'x-accel-buffering': 'no',
    });
    this.#writeInOrder(`retry: ${RETRY_MS}\nid: ${lastEventId}\n\n`);
  }

  get isOpen(): boolean {
    return !(this.#response.destroyed || this.#response.writableEnded);
  }

  /**
   * Sends a part, as soon as the answer has begun straight to the connection: what `ServerResponse` does with each part
   * costs as much as sending it. Hangs up on a client that has let too much wait.
   */
  write({ chunk, text }: StreamPart): void {
    if (!this.isOpen) return;
    const { socket, chunkedEncoding } = this.#response;
    if (socket === null || this.#heldBack > 0) this.#writeInOrder(text);
    else socket.write(chunkedEncoding ? chunk : text);
    if (this.#response.writableLength > MAX_WAITING_BYTES) this.#response.destroy();
  }

  #writeInOrder(text: string | Buffer): void {
    this.#heldBack += 1;
    this.#response.write(text, () => {
      this.#heldBack -= 1;
    });
  }

  /** Waits until the client has read what was sent; hangs up on one that does not. */
  async drained(): Promise<void> {
    const { socket } = this.#response;
    const out = socket === null || this.#heldBack > 0 ? this.#response : socket;
    if (!(this.isOpen && out.writableNeedDrain)) return;
    const gone = new AbortController();
    const give = () => gone.abort();
    this.#response.once('close', give);
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(DRAIN_TIMEOUT_MS)]);
    await once(out, 'drain', { signal }).catch(() => this.#response.destroy());
    this.#response.off('close', give);
  }

  /** Ends the answer in order: the client will come again by itself. */
  end(): void {
    if (this.isOpen) this.#response.end();
  }
}

/** One event in the form of the standard; the JSON has no line breaks. */
export const streamedEvent = (id: string, json: string): string => `id: ${id}\ndata: ${json}\n\n`;

/** A message beside the log: it has a name of its own, and moves nobody on. */
export const streamedAside = (name: string, json: string): string => `event: ${name}\ndata: ${json}\n\n`;

/** Keeps the connection alive, and moves on where the client will begin anew, without telling anything. */
export const heartbeat = (id: string): string => `: still here\nid: ${id}\n\n`;
