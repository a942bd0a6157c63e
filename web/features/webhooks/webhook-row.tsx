import { ActionIcon, Button, Menu, Switch } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Thing } from '../../ui/things.tsx';
import { useWrite } from '../../ui/use-write.ts';
import type { WebhookTask } from './webhook-dialog.tsx';
import { WebhookFacts } from './webhook-facts.tsx';

interface WebhookRowProps {
  readonly webhook: Webhook;
  readonly onTask: (task: WebhookTask) => void;
}

/** One webhook, with what can be done with it. */
export const WebhookRow = ({ webhook, onTask }: WebhookRowProps) => {
  const { t } = useTranslation();
  const { id: webhookId, url, active } = webhook;
  const outdates = [['webhooks']];
  const switching = useWrite({
    write: (wanted: boolean) => casekeep.updateWebhook({ webhookId, body: { active: wanted } }),
    outdates,
  });
  const pinging = useWrite({
    write: () => casekeep.pingWebhook({ webhookId }),
    ...{ outdates, told: t('webhook.pinged') },
  });
  const rotating = useWrite({
    write: () => casekeep.rotateWebhookSecret({ webhookId }),
    outdates,
    onDone: (told) => onTask({ do: 'secret', told }),
  });
  const deleting = useWrite({ write: () => casekeep.deleteWebhook({ webhookId }), outdates });
  return (
    <Thing title={<span dir="ltr">{url}</span>} details={<WebhookFacts webhook={webhook} />}>
      <Switch
        size="xs"
        aria-label={t('webhook.activeOne', { url })}
        checked={switching.isPending ? switching.variables : active}
        onChange={({ currentTarget }) => switching.mutate(currentTarget.checked)}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t('webhook.deliveriesOf', { url })}
        onClick={() => onTask({ do: 'deliveries', webhook })}
      >
        {t('webhook.deliveries')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('action.actionsFor', { name: url })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onTask({ do: 'edit', webhook })}>{t('webhook.edit')}</Menu.Item>
          <Menu.Item onClick={() => pinging.mutate()}>{t('webhook.ping')}</Menu.Item>
          <Menu.Item onClick={() => rotating.mutate()}>{t('webhook.rotate')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmButton
        label={t('webhook.delete')}
        aria-label={`${t('webhook.delete')}: ${url}`}
        question={t('webhook.deleteOne', { url })}
        loading={deleting.isPending}
        onConfirm={() => deleting.mutate()}
      >
        {t('webhook.deleteWhy')}
      </ConfirmButton>
    </Thing>
  );
};
