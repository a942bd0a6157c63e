import type { Event } from '../../src/client/index.ts';

/** By this name the pages of one browser find each other. */
export const NEWS = 'casekeep-news';

/** Somebody has signed in or out in this browser. */
export const SESSION_CHANGED = 'session';

/** What one page tells the others: what it has heard from the server, and where that stands in the log. */
export type News = typeof SESSION_CHANGED | { readonly event: Event; readonly cursor: string };

/** Tells all pages of this browser that another session may be here now: what was read and told before is not its own. */
export const tellSessionChanged = (): void => {
  const channel = new BroadcastChannel(NEWS);
  channel.postMessage(SESSION_CHANGED satisfies News);
  channel.close();
};

/** Is told when somebody has signed in or out in this browser, in this page or in another one; answers what ends that. */
export const onSessionChanged = (listener: () => void): (() => void) => {
  const channel = new BroadcastChannel(NEWS);
  channel.onmessage = ({ data }: MessageEvent<News>) => {
    if (data === SESSION_CHANGED) listener();
  };
  return () => channel.close();
};
