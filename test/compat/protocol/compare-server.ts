import type { Difference } from './compare.ts';
import { discover } from './discover.ts';
import type { Call, Exchange } from './exchange.ts';
import { type Portal, portalAt, reasonOf } from './portal.ts';
import type { Values } from './values.ts';
import { walk } from './walk.ts';

interface CompareServer {
  readonly baseUrl: string;
  readonly key: string;
  readonly calls: readonly Call[];
  /** Whether exchanges may write what they take back. */
  readonly write: boolean;
  /** Whether properties beyond the reference are differences. */
  readonly exact: boolean;
  readonly timeoutMs: number;
}

interface Told extends Difference {
  readonly call: string;
  readonly exchange: string;
}

interface Untried {
  readonly call: string;
  readonly exchange: string;
  /** What the server has none of. */
  readonly missing: readonly string[];
}

export interface ServerReport {
  readonly tried: number;
  readonly differences: readonly Told[];
  readonly untried: readonly Untried[];
}

/**
 * Walks the exchanges that are safe against a server, ours or an original. Without leave to write only GET is sent. Never
 * throws because of the server: what cannot be reached is a difference.
 */
export const compareServer = async (options: CompareServer): Promise<ServerReport> => {
  const { baseUrl, key, timeoutMs } = options;
  const portal = portalAt(baseUrl, { timeoutMs });
  try {
    const values = await discover(portal, key);
    if (values['me'] !== undefined) return await walkCalls(portal, values, options);
    return nothingTried('GET /api/users/me', {
      where: 'the answer',
      expected: 'whose key this is',
      came: 'something else',
    });
  } catch (error) {
    return nothingTried('every call', { where: 'the connection', expected: 'an answer', came: reasonOf(error) });
  }
};

const nothingTried = (call: string, difference: Difference): ServerReport => ({
  tried: 0,
  differences: [{ call, exchange: 'looking around before the first exchange', ...difference }],
  untried: [],
});

const walkCalls = async (portal: Portal, values: Values, { calls, write, exact }: CompareServer) => {
  const differences: Told[] = [];
  const untried: Untried[] = [];
  let tried = 0;
  for (const each of calls) {
    for await (const outcome of walk(each, { portal, values, exact, among: write ? isSafe : isRead })) {
      const about = { call: each.call, exchange: outcome.exchange.name };
      if (outcome.missing.length > 0) untried.push({ ...about, missing: outcome.missing });
      else tried += 1;
      differences.push(...outcome.differences.map((difference) => ({ ...about, ...difference })));
    }
  }
  return { tried, differences, untried };
};

const isSafe = ({ against }: Exchange): boolean => against !== 'our server';

const isRead = ({ against, request }: Exchange): boolean => against === 'any server' && request.startsWith('GET ');
