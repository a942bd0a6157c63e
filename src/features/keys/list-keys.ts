import type { Context } from '../../platform/context.ts';
import type { ApiKey } from './key.ts';
import { selectKeys } from './keys.store.ts';

/** All API keys, by ID, the ended ones too. */
export const listKeys = (ctx: Context): Promise<ApiKey[]> => selectKeys(ctx.db);
