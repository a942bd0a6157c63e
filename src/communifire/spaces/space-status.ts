import { listVisibleSpaces } from '../../features/spaces/list-visible-spaces.ts';
import type { Space } from '../../features/spaces/space.ts';
import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Query } from '../query.ts';

/** The number under which clients ask for spaces in use; nothing asks for them too. */
const inUse: ReadonlySet<string> = new Set(['', '1']);

/** The visible spaces with the status asked for: only those in use are listed. Throws FIELDS_INVALID. */
export const listSpacesWithStatus = async (ctx: Context, query: Query): Promise<readonly Space[]> => {
  const status = (query['status'] ?? '').trim();
  if (!/^\d{0,9}$/u.test(status)) throw invalidField('status', 'must be the number of a status; 1 is in use');
  return inUse.has(status) ? listVisibleSpaces(ctx) : [];
};
