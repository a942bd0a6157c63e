import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { requireAdministrator } from '../users/require-administrator.ts';
import { getWorkspace } from './get-workspace.ts';
import { upsertWorkspaceName } from './workspace.store.ts';
import { usableWorkspaceName } from './workspace.ts';

interface RenameWorkspace {
  readonly name: string;
}

/** Says what the workspace is called. Throws RIGHT_MISSING, FIELDS_INVALID. */
export const renameWorkspace = (ctx: Context, { name: text }: RenameWorkspace): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'name the workspace');
    const name = usableWorkspaceName('name', text);
    const before = await getWorkspace(tx);
    if (before.isNamed && before.name === name) return;
    await upsertWorkspaceName(tx.db, name);
    await appendConfigurationEvent(tx, { type: 'workspace.renamed', payload: { name, oldName: before.name } });
  });
