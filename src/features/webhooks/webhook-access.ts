import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { accessOfActor, requireRight } from '../spaces/space-access.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import { isUnlimitedAdministrator } from '../users/is-unlimited-administrator.ts';
import { requireAdministrator } from '../users/require-administrator.ts';
import type { Webhook } from './webhook.ts';
import { selectWebhook } from './webhooks.store.ts';

/** Throws SPACE_NOT_FOUND, RIGHT_MISSING unless whoever acts may have webhooks there; null is the whole workspace. */
export const requireWebhooksIn = async (ctx: Context, spaceId: number | null): Promise<void> => {
  if (spaceId === null) return requireAdministrator(ctx, 'manage webhooks of the whole workspace');
  const configuration = await findConfiguration(ctx, spaceId);
  const access = configuration && (await accessOfActor(ctx, configuration));
  if (access === undefined) throw new DomainError('SPACE_NOT_FOUND', { message: `There is no space ${spaceId}.` });
  requireRight(access, 'ManageSpace', `manage webhooks of space ${spaceId}`);
};

/** Whether whoever acts may have webhooks there: whoever may not does not see them either. */
export const mayHaveWebhooksIn = async (ctx: Context, spaceId: number | null): Promise<boolean> => {
  if (spaceId === null) return isUnlimitedAdministrator(ctx);
  const configuration = await findConfiguration(ctx, spaceId);
  return configuration !== undefined && (await accessOfActor(ctx, configuration))?.may('ManageSpace') === true;
};

/** The webhook, when whoever acts may manage it. Throws WEBHOOK_NOT_FOUND. */
export const getWebhook = async (ctx: Context, { webhookId }: { readonly webhookId: number }): Promise<Webhook> => {
  const found = await selectWebhook(ctx.db, webhookId);
  if (found !== undefined && (await mayHaveWebhooksIn(ctx, found.spaceId))) return found;
  throw new DomainError('WEBHOOK_NOT_FOUND', { message: `There is no webhook ${webhookId}.` });
};
