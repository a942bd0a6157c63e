import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../src/client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Deliveries } from './deliveries.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { type ToldSecret, WebhookSecret } from './webhook-secret.tsx';

/** What somebody is about to do with webhooks. */
export type WebhookTask =
  | { readonly do: 'create' }
  | { readonly do: 'edit' | 'deliveries'; readonly webhook: Webhook }
  | { readonly do: 'secret'; readonly told: ToldSecret }
  | undefined;

interface WebhookDialogProps {
  readonly task: WebhookTask;
  readonly onTask: (task: WebhookTask) => void;
}

/** Where it is done. */
export const WebhookDialog = ({ task, onTask }: WebhookDialogProps) => {
  const { t } = useTranslation();
  const close = (): void => onTask(undefined);
  const url = task !== undefined && 'webhook' in task ? task.webhook.url : '';
  const titles = {
    create: t('webhook.new'),
    edit: t('webhook.editOne', { url }),
    deliveries: t('webhook.deliveriesOf', { url }),
    secret: t('webhook.secret'),
  };
  return (
    <Dialog title={titles[task?.do ?? 'create']} isOpen={task !== undefined} onClose={close}>
      {task?.do === 'create' && (
        <WebhookForm onDone={(told) => onTask(told && { do: 'secret', told })} onCancel={close} />
      )}
      {task?.do === 'edit' && <WebhookForm webhook={task.webhook} onDone={close} onCancel={close} />}
      {task?.do === 'deliveries' && <Deliveries webhookId={task.webhook.id} />}
      {task?.do === 'secret' && <WebhookSecret told={task.told} onClose={close} />}
    </Dialog>
  );
};
