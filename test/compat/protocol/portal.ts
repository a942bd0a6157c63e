/** How long an answer may take, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** A request as it is sent. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, as they are sent; or a whole address that the server told. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** An answer as it arrived. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A server that speaks the API of the old product, whosoever it is. */
export type Portal = (request: WireRequest) => Promise<WireAnswer>;

/** The server at an address, for example http://127.0.0.1:8080. Rejects when it cannot be reached or takes too long. */
export const portalAt =
  (baseUrl: string, { timeoutMs = TIMEOUT_MS } = {}): Portal =>
  async ({ method, target, headers, body }) => {
    const address = target.startsWith('/') ? `${baseUrl.replace(/\/+$/u, '')}${target}` : target;
    const response = await fetch(address, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

/** Why a server did not answer, for people. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  if (!(cause instanceof Error)) return message;
  return `${message}: ${cause.message || ('code' in cause ? String(cause.code) : cause.name)}`;
};
