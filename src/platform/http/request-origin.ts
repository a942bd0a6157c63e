import type { FastifyRequest } from 'fastify';

/** Methods that change nothing. Source: RFC 9110 section 9.2.1. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the request may change something. */
export const isUnsafe = ({ method }: Pick<FastifyRequest, 'method'>): boolean => !SAFE_METHODS.has(method);

/**
 * Whether a page of this server sent the request, one of another site, or nobody knows because it was no browser.
 * Browsers set both headers themselves; over plain HTTP there is only `Origin`. Source: Fetch Metadata (W3C) section 2.4,
 * RFC 6454 section 7.3.
 */
export const originOf = (request: FastifyRequest, publicUrl: string | undefined): 'same' | 'foreign' | 'unknown' => {
  const { 'sec-fetch-site': site, origin } = request.headers;
  if (site !== undefined) return site === 'same-origin' ? 'same' : 'foreign';
  if (origin === undefined) return 'unknown';
  return isOwn(request, origin, publicUrl) ? 'same' : 'foreign';
};

const isOwn = ({ protocol, host }: FastifyRequest, origin: string, publicUrl: string | undefined): boolean => {
  if (!URL.canParse(origin)) return false;
  const sender = new URL(origin);
  if (publicUrl !== undefined && sender.origin === new URL(publicUrl).origin) return true;
  // Behind a proxy the request may have come over HTTPS without our knowing, never the other way round.
  const isDowngraded = protocol === 'https' && sender.protocol !== 'https:';
  return sender.host === hostOf(host, sender.protocol) && !isDowngraded;
};

/** The host as URLs write it: in lower case, without the port that goes without saying. */
const hostOf = (host: string, protocol: string): string | undefined =>
  URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : undefined;
