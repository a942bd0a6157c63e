import { Agent, request } from 'node:http';

/** The answer to a request over a real connection. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface HttpRequest {
  readonly method?: string;
  readonly path: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** One connection that is kept alive: requests on it are sent one after the other. */
export class HttpConnection {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends a request and reads the whole answer; fails when the connection breaks before the end of it. */
  send({ method = 'GET', path, key, body, ...more }: HttpRequest): Promise<HttpAnswer> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(key === undefined ? {} : { 'rest-api-key': key }),
      ...(payload === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
      ...more.headers,
    };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.#url), { method, headers, agent: this.#agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  /** Breaks the connection, also while an answer is on its way. */
  close(): void {
    this.#agent.destroy();
  }
}

/** Sends one request on a connection of its own. */
export const sendOnce = async (url: string, options: HttpRequest): Promise<HttpAnswer> => {
  const connection = new HttpConnection(url);
  try {
    return await connection.send(options);
  } finally {
    connection.close();
  }
};
