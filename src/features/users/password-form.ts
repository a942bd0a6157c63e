import type { Context } from '../../platform/context.ts';
import { getWorkspace } from '../workspace/get-workspace.ts';
import { MAX_WORKSPACE_NAME_LENGTH, UNNAMED } from '../workspace/workspace.ts';
import { isToNameWorkspace } from './set-password.ts';
import type { User } from './user.ts';

/** What the form behind a link to set a password says. */
export interface PasswordForm {
  /** What the workspace is called. */
  readonly workspace: string;
  readonly username: string;
  /** What stands in the field for the name of the workspace, for the one who is to name it. */
  readonly newName: { readonly value: string; readonly maxLength: number } | undefined;
}

interface FormFor {
  readonly user: User;
  /** The name of the workspace that was chosen at the last try. */
  readonly chosen?: string | null | undefined;
}

export const passwordFormFor = async (ctx: Context, { user, chosen }: FormFor): Promise<PasswordForm> => {
  const { name: workspace } = await getWorkspace(ctx);
  const field = { value: chosen ?? workspace, maxLength: MAX_WORKSPACE_NAME_LENGTH };
  const newName = (await isToNameWorkspace(ctx, user)) ? field : undefined;
  return { workspace, username: user.username, newName };
};

/** What the workspace is called, also when that cannot be read: what fails may be the database. */
export const workspaceNameAtLeast = async (ctx: Context): Promise<string> =>
  (await getWorkspace(ctx).catch(() => UNNAMED)).name;
