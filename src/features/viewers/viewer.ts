/** Somebody who is looking at a case. */
export interface Viewer {
  readonly userId: number;
  readonly displayName: string;
  /** When their picture was chosen, in milliseconds since 1970-01-01T00:00:00Z; null for none. */
  readonly avatarAt: number | null;
}

/** How often a page says that it still shows a case, in milliseconds: what clients are told to do. */
export const SAY_AGAIN_MS = 20_000;

/** How long it is believed, in milliseconds: one time may be lost on the way. */
export const BELIEVED_MS = 50_000;

/** How many pages of one person count; with one more the oldest does not any more. */
export const MAX_PAGES_OF_USER = 20;

/** The event of the stream, which is in no log. */
export const VIEWERS_CHANGED = 'viewers.changed';
