import { SegmentedControl, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../ui/listed.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Things } from '../../ui/things.tsx';
import { DeliveryRow } from './delivery-row.tsx';
import { type DeliveryStatus, deliveriesQuery, deliveryStatuses } from './webhooks.queries.ts';

/** What was sent to a webhook, and what became of it. */
export const Deliveries = ({ webhookId }: { readonly webhookId: number }) => {
  const { t } = useTranslation();
  const [status, setStatus] = useState<DeliveryStatus | 'all'>('all');
  const list = useInfiniteQuery(deliveriesQuery(webhookId, status === 'all' ? undefined : status));
  const deliveries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        aria-label={t('webhook.which')}
        value={status}
        onChange={setStatus}
        data={(['all', ...deliveryStatuses] as const).map((value) => ({ value, label: t(`webhook.status.${value}`) }))}
      />
      <Listed list={list} isEmpty={deliveries.length === 0} empty={t('webhook.noDeliveries')}>
        <Stack gap="xs">
          <Things label={t('webhook.deliveries')}>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} webhookId={webhookId} delivery={delivery} />
            ))}
          </Things>
          <MoreButton list={list} />
        </Stack>
      </Listed>
    </Stack>
  );
};
