import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { getMe } from '../users/get-me.ts';
import { getPreferences, type Preferences } from './get-preferences.ts';
import { notificationReasons } from './notification.ts';
import { deleteUnwanted, insertUnwanted } from './preferences.store.ts';

interface ChangePreferences {
  readonly changes: Partial<Preferences>;
}

/**
 * Switches reasons on and off for which whoever acts is told of cases; who is concerned for several is told for the
 * strongest that is on. Not with a narrowed key. Throws RIGHT_MISSING.
 */
export const changePreferences = (ctx: Context, { changes }: ChangePreferences): Promise<Preferences> =>
  ctx.inTransaction(async (tx) => {
    const { id: userId } = await getMe(tx);
    requireWholeKey(tx);
    const before = await getPreferences(tx);
    const changed = notificationReasons.filter((reason) => (changes[reason] ?? before[reason]) !== before[reason]);
    if (changed.length === 0) return before;
    for (const reason of changed) {
      await (before[reason] ? insertUnwanted : deleteUnwanted)(tx.db, { userId, reason });
    }
    const after = { ...before, ...changes };
    const unwanted = notificationReasons.filter((reason) => !after[reason]);
    await appendEvent(tx, { type: 'notifications.preferences_changed', payload: { userId, unwanted } });
    return after;
  });

const requireWholeKey = ({ actor }: Context): void => {
  if (actor.scope === undefined) return;
  throw new DomainError('RIGHT_MISSING', {
    message: 'You may not choose what you are told: this API key is narrowed.',
  });
};
