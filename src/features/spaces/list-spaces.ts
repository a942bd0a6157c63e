import type { Context } from '../../platform/context.ts';
import type { Space } from './space.ts';
import { selectSpaces } from './spaces.store.ts';

/** All spaces, by ID. */
export const listSpaces = (ctx: Context): Promise<Space[]> => selectSpaces(ctx.db);
