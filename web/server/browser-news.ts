import type { Event } from '../../src/client/index.ts';

/** By this name the pages of one browser find each other. */
export const NEWS = 'casekeep-news';

/** Somebody has signed in or out in this browser. */
export const SESSION_CHANGED = 'session';

/** What one page tells the others: what it has heard from the server, and where that stands in the log. */
export type News = typeof SESSION_CHANGED | { readonly event: Event; readonly cursor: string };

/** Tells the other pages of this browser that another session may be here now: what they have read is not its own. */
export const tellSessionChanged = (): void => {
  const channel = new BroadcastChannel(NEWS);
  channel.postMessage(SESSION_CHANGED satisfies News);
  channel.close();
};
