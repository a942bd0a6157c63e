import { lookup as lookUpName } from 'node:dns';
import { type ClientRequest, type IncomingMessage, Agent as PlainAgent, request as requestPlain } from 'node:http';
import { request as requestSecure, Agent as SecureAgent } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** How long the other side may take altogether, in milliseconds. */
export const POST_TIMEOUT_MS = 10_000;

/** How much of an answer is read, in bytes; the rest is not waited for. */
const MAX_ANSWER_BYTES = 4_096;

interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the address may be one of this machine or of the network around it. */
  readonly allowPrivate: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** What the other side said. */
export interface PostAnswer {
  readonly status: number;
  /** The beginning of it. */
  readonly body: string;
  /** How long they ask to be left alone, in milliseconds; null when they do not. */
  readonly retryAfterMs: number | null;
}

/** Says why nothing was answered, in a sentence for the operator of the other side. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}

/** The host of a URL as sockets know it: without the brackets of IPv6. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/gu, '');

/**
 * Sends a text to a URL of somebody else and answers what they said, whatever the status. Redirects are not followed.
 * The address is judged when the connection is made, and it is that address that is connected to: a name that leads
 * elsewhere the next time does not get around it. Throws UnansweredError.
 */
export const post = async ({ url, headers, body, allowPrivate, signal }: Post): Promise<PostAnswer> => {
  const host = hostOf(url);
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw new UnansweredError(privateAddress(host));
  const timeout = AbortSignal.timeout(POST_TIMEOUT_MS);
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    lookup: allowPrivate ? lookUpName : lookUpPublic,
  };
  try {
    const sent = url.startsWith('https:')
      ? requestSecure(url, { ...options, agent: secureAgents[allowPrivate ? 'any' : 'public'] })
      : requestPlain(url, { ...options, agent: plainAgents[allowPrivate ? 'any' : 'public'] });
    return await exchange(sent, body);
  } catch (error) {
    throw new UnansweredError(
      timeout.aborted ? `There was no answer within ${POST_TIMEOUT_MS / 1_000} s.` : reasonOf(error),
    );
  }
};

/** A connection that is kept must not serve those who may not have made it. */
const agentsOf = <T>(make: () => T): Readonly<Record<'any' | 'public', T>> => ({ any: make(), public: make() });
const keeping = { keepAlive: true, maxFreeSockets: 16, timeout: POST_TIMEOUT_MS };
const plainAgents = agentsOf(() => new PlainAgent(keeping));
const secureAgents = agentsOf(() => new SecureAgent(keeping));

const privateAddress = (host: string): string =>
  `${host} is an address of this machine or of the network around it, which is not allowed.`;

const lookUpPublic: LookupFunction = (host, options, callback) => {
  lookUpName(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    // Which address it is would tell whoever asks what the names of this network lead to.
    const isForbidden = addresses.some(({ address }) => isPrivateAddress(address));
    if (isForbidden) return callback(new Error(privateAddress(host)), '', 0);
    if (options.all === true) return callback(null, addresses);
    const [{ address, family }] = addresses as [{ address: string; family: number }];
    callback(null, address, family);
  });
};

const exchange = (sent: ClientRequest, body: string): Promise<PostAnswer> =>
  new Promise((resolve, reject) => {
    sent.on('error', reject).on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      const retryAfterMs = retryAfter(headers['retry-after']);
      beginningOf(response).then((text) => resolve({ status, body: text, retryAfterMs }), reject);
    });
    sent.end(body);
  });

/** Source: RFC 9110 section 10.2.3: seconds or a date. */
const retryAfter = (value: string | undefined): number | null => {
  if (value === undefined) return null;
  const milliseconds = /^\d{1,9}$/u.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds);
};

/** Hangs up behind the limit: what has no end would hold the connection. */
const beginningOf = async (response: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= MAX_ANSWER_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, MAX_ANSWER_BYTES).toString('utf8').replaceAll('\u0000', '');
};

const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message || String(error) : String(error);
};
