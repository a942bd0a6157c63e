import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** The webhooks that one may see: of the spaces that one manages, or all of them. */
export const webhooksQuery = (spaceId: number | undefined) =>
  queryOptions({
    queryKey: ['webhooks', 'list', spaceId],
    queryFn: ({ signal }) => casekeep.listWebhooks(spaceId === undefined ? {} : { spaceId }, { signal }).toArray(),
  });

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** How soon to look again for what is waiting, in milliseconds: no event tells of deliveries. */
const WAITING_MS = 2_000;

/** What was sent to a webhook, the newest first, page by page. */
export const deliveriesQuery = (webhookId: number, status: DeliveryStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhookId, 'deliveries', status],
    queryFn: async ({ pageParam, signal }) => {
      const asked = {
        ...(status === undefined ? {} : { status }),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      return await casekeep.listWebhookDeliveries({ webhookId, ...asked }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data?.pages[0]?.items.some((delivery) => delivery.status === 'pending') === true && WAITING_MS,
  });
