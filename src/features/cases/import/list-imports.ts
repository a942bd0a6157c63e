import type { Context } from '../../../platform/context.ts';
import type { Import } from './import.ts';
import { selectImports } from './imports.store.ts';

interface ListImports {
  readonly limit: number;
  /** Only those that were begun before this one. */
  readonly before?: number | undefined;
}

/** The imports that whoever acts has begun, the latest first; all of them for the operator. */
export const listImports = (ctx: Context, { limit, before }: ListImports): Promise<Import[]> =>
  selectImports(ctx.db, { userId: ctx.actor.userId ?? 'all', before, limit });
