import type { Context } from '../context.ts';
import { announceConfigurationChange } from '../database/configuration-change.ts';
import { insertEvent, insertEvents } from './events.store.ts';

/** Something that happened, for everybody who reacts to it after the commit. */
export interface NewEvent {
  /** `<noun>.<what happened>`, for example `case.updated`. */
  readonly type: string;
  readonly spaceId?: number | null;
  readonly caseId?: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Writes the event into the log, as part of the transaction whose change it tells. */
export const appendEvent = (tx: Context, event: NewEvent): Promise<void> => appendEvents(tx, [event]);

/** The same for several, in their order. */
export const appendEvents = (tx: Context, events: readonly NewEvent[]): Promise<void> =>
  insertEvents(
    tx.db,
    events.map((event) => signed(tx, event)),
  );

/** The same for one that something else begins with: answers its ID. Its place in the log is known after the commit. */
export const appendBeginning = (tx: Context, event: NewEvent): Promise<number> => insertEvent(tx.db, signed(tx, event));

/** With who did it, and when. */
const signed = ({ actor, now: at }: Context, { type, spaceId = null, caseId = null, payload }: NewEvent) => ({
  type,
  spaceId,
  caseId,
  actor,
  at,
  payload,
});

/** The same for a change of users, keys or configuration, which every process then loads afresh. */
export const appendConfigurationEvent = async (tx: Context, event: NewEvent): Promise<void> => {
  await announceConfigurationChange(tx.db);
  await appendEvent(tx, event);
};
