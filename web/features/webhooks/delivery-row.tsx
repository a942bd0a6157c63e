import { Badge, Button, Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookDelivery } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { Thing } from '../../ui/things.tsx';
import { relativeTime } from '../../ui/times.ts';
import { useWrite } from '../../ui/use-write.ts';

const colors = { pending: 'yellow', delivered: 'pine', failed: 'red' } as const;

interface DeliveryRowProps {
  readonly webhookId: number;
  readonly delivery: WebhookDelivery;
}

/** One delivery, with what was sent, what was answered, and another try. */
export const DeliveryRow = ({ webhookId, delivery }: DeliveryRowProps) => {
  const { t } = useTranslation();
  const { id: deliveryId, type, status } = delivery;
  const sending = useWrite({
    write: () => casekeep.redeliverWebhookDelivery({ webhookId, deliveryId }),
    outdates: [['webhooks', webhookId]],
    told: t('webhook.sent'),
  });
  return (
    <Thing
      title={
        <>
          <span dir="ltr">{type}</span>
          <Badge size="sm" variant="light" color={colors[status]} tt="none">
            {t(`webhook.status.${status}`)}
          </Badge>
        </>
      }
      details={<Facts delivery={delivery} />}
    >
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('webhook.againOne', { id: deliveryId })}
        loading={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {t('webhook.again')}
      </Button>
    </Thing>
  );
};

const Facts = ({ delivery }: { readonly delivery: WebhookDelivery }) => {
  const { t, i18n } = useTranslation();
  const { body, attempts, createdAt, responseStatus, responseBody, error } = delivery;
  const facts = [
    relativeTime(createdAt, i18n.language),
    t('webhook.attempts', { count: attempts }),
    responseStatus === null ? '' : t('webhook.answer', { status: responseStatus }),
    error ?? '',
  ];
  return (
    <Stack gap={4}>
      <span>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      <details>
        <summary>{t('webhook.details')}</summary>
        <Text size="xs">{t('webhook.body')}</Text>
        <Json>{body}</Json>
        {responseBody !== null && responseBody !== '' && (
          <>
            <Text size="xs">{t('webhook.response')}</Text>
            <Json>{responseBody}</Json>
          </>
        )}
      </details>
    </Stack>
  );
};

const Json = ({ children }: { readonly children: string }) => (
  <Code block dir="ltr" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {indented(children)}
  </Code>
);

/** JSON with line breaks; anything else as it is. */
const indented = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
};
