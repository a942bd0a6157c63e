import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../ui/listed.tsx';
import { Section } from '../../ui/section.tsx';
import { Things } from '../../ui/things.tsx';
import { WebhookDialog, type WebhookTask } from './webhook-dialog.tsx';
import { WebhookRow } from './webhook-row.tsx';
import { webhooksQuery } from './webhooks.queries.ts';

/** Whom events are sent to. */
export const Webhooks = () => {
  const { t } = useTranslation();
  const list = useQuery(webhooksQuery(undefined));
  const webhooks = list.data ?? [];
  const [task, setTask] = useState<WebhookTask>();
  return (
    <Section
      title={t('admin.parts.webhooks')}
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setTask({ do: 'create' })}>
          {t('webhook.new')}
        </Button>
      }
    >
      <Listed list={list} isEmpty={webhooks.length === 0} empty={t('webhook.none')}>
        <Things label={t('admin.parts.webhooks')}>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} onTask={setTask} />
          ))}
        </Things>
      </Listed>
      <WebhookDialog task={task} onTask={setTask} />
    </Section>
  );
};
