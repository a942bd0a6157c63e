import type { Call, Exchange } from './exchange.ts';
import type { Portal } from './portal.ts';
import { type Outcome, runExchange } from './run-exchange.ts';
import type { Values } from './values.ts';

interface Walk {
  readonly portal: Portal;
  readonly values: Values;
  readonly exact: boolean;
  /** Which exchanges are tried. */
  readonly among: (exchange: Exchange) => boolean;
}

/**
 * Goes through the exchanges of a call one after the other; what one keeps, those after it can use. All are tried
 * whatever became of those before: the last ones take back what was written.
 */
export const walk = async function* (
  { exchanges }: Call,
  { portal, values, exact, among }: Walk,
): AsyncGenerator<Outcome> {
  let known = values;
  for (const exchange of exchanges.filter(among)) {
    const outcome = await runExchange(exchange, { portal, values: known, exact });
    known = { ...known, ...outcome.kept };
    yield outcome;
  }
};
