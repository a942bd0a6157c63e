import type { Context } from '../../platform/context.ts';
import { selectActiveAdministratorIds } from './users.store.ts';

/** The IDs of the administrators who may sign in. */
export const administratorIds = (ctx: Context): Promise<number[]> => selectActiveAdministratorIds(ctx.db);
