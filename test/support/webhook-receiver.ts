import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver of webhooks was sent. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every type.
  readonly event: any;
}

/** How a receiver answers: with a status, or by hanging up. */
export type Behaviour =
  | {
      readonly status: number;
      readonly body?: string;
      readonly afterMs?: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'hang up';

/** A receiver of webhooks on this machine, which behaves as it is told. */
export class WebhookReceiver {
  /** All that arrived, also what was not answered well. */
  readonly received: Received[] = [];
  /** What was answered with 200. */
  readonly accepted: Received[] = [];
  behave: (received: Received) => Behaviour = () => ({ status: 200 });
  readonly #server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      const received = { headers: request.headers, body, event: JSON.parse(body) };
      this.received.push(received);
      const behaviour = this.behave(received);
      if (behaviour === 'hang up') return request.socket.destroy();
      if (behaviour.status === 200) this.accepted.push(received);
      const headers = { location: this.url, ...behaviour.headers };
      return setTimeout(
        () => response.writeHead(behaviour.status, headers).end(behaviour.body),
        behaviour.afterMs ?? 0,
      );
    });
  });
  url = '';

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
    return this;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
