import type { Context } from '../../platform/context.ts';
import { eventCursor } from './event-cursor.ts';
import { selectLastPosition } from './event-log.store.ts';

/**
 * A cursor at the end of the log as it is known now: whoever reads something after this, and hears from there on, misses no
 * change of it. What was committed a moment ago may come once more.
 */
export const logEnd = async (ctx: Context): Promise<string> => eventCursor(await selectLastPosition(ctx.db));
