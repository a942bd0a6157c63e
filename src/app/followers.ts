import { activities } from '../features/activities/follow-activities.ts';
import { notifications } from '../features/notifications/follow-notifications.ts';
import { webhookFollower } from '../features/webhooks/queue-deliveries.ts';
import type { Follower } from '../platform/events/follow-events.ts';

/** Everybody who reads the event log and remembers how far they have come. */
export const followers: readonly Follower[] = [activities, notifications, webhookFollower];
