import type { Context } from '../context.ts';
import { hasUnplacedEvents, placeEvents } from '../database/event-order.ts';
import { waitForTurn } from '../database/exclusive.ts';

/** Gives what has been committed by now its place in the log, before somebody reads it. Source: docs/adr/0015. */
export const placeNewEvents = async (ctx: Context): Promise<void> => {
  while (await hasUnplacedEvents(ctx.db)) {
    const someAreLeft = await ctx.inTransaction(async (tx) => {
      // What this transaction sees is looked up after the turn has come: all that others have placed is in it.
      await waitForTurn(tx.db, 'placing of events');
      return placeEvents(tx.db);
    });
    if (!someAreLeft) return;
  }
};
