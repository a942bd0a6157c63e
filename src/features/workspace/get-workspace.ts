import type { Context } from '../../platform/context.ts';
import { selectWorkspaceName } from './workspace.store.ts';
import { UNNAMED, type Workspace } from './workspace.ts';

/** The workspace, as everybody may know it: also who is not signed in. */
export const getWorkspace = async (ctx: Context): Promise<Workspace> =>
  ctx.remember('workspace', async () => {
    const name = await selectWorkspaceName(ctx.db);
    return name === undefined ? UNNAMED : { name, isNamed: true };
  });
