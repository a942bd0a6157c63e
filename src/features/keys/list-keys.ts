import type { Context } from '../../platform/context.ts';
import { requireAdministrator } from '../users/require-administrator.ts';
import type { ApiKey } from './key.ts';
import { selectKeys } from './keys.store.ts';

/** All API keys, by ID, the ended ones too. Throws RIGHT_MISSING. */
export const listKeys = async (ctx: Context): Promise<ApiKey[]> => {
  await requireAdministrator(ctx, 'list API keys');
  return selectKeys(ctx.db);
};
