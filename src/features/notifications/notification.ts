import type { Activity } from '../activities/activity.ts';
import type { Notice, NoticeReason } from './notice.ts';

/** Why somebody is told, strongest reason first: one is told once, for the strongest. */
export const notificationReasons = [
  'mentioned',
  'assigned',
  'assignee',
  'reporter',
  'recipient',
  'commenter',
  'liked',
] as const;
export type NotificationReason = (typeof notificationReasons)[number];

export type ToldReason = NotificationReason | NoticeReason;

/** What one is told of a case. */
export interface Notification {
  readonly id: number;
  readonly reason: NotificationReason;
  readonly activity: Activity;
}

/** The same of a case or of something else, with when it was read. */
export interface ToldNotification {
  readonly id: number;
  readonly reason: ToldReason;
  /** In milliseconds since 1970-01-01T00:00:00Z; null as long as it is unread. */
  readonly readAt: number | null;
  readonly about: { readonly activity: Activity } | { readonly notice: Notice };
}

/** What somebody may still be told. */
export interface NotificationSight {
  /** The spaces in which they see cases, and those in which they see internal comments too. */
  readonly spaceIds: 'all' | readonly number[];
  readonly internalSpaceIds: 'all' | readonly number[];
  /** Where they hear of what is about no case. */
  readonly managedSpaceIds: 'all' | readonly number[];
  /** Whether they hear of what is the whole workspace's. */
  readonly workspace: boolean;
}

/** Which notifications a list is about; both conditions hold. */
export interface NotificationFilter {
  readonly unreadOnly: boolean;
  /** Only those of this space. */
  readonly spaceId: number | undefined;
}

/** How many notifications of a space, or null for the whole workspace, are unread. */
export interface UnreadInSpace {
  readonly spaceId: number | null;
  readonly unread: number;
}

/** The people of a case. */
export interface CasePeople {
  readonly spaceId: number;
  readonly assigneeId: number | null;
  readonly reporterId: number;
  readonly recipientIds: readonly number[];
  readonly commenters: readonly Commenter[];
}

/** Who has commented on a case. */
export interface Commenter {
  readonly userId: number;
  /** When for the first time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly since: number;
  readonly firstCommentId: number;
}

/** Whom something that happened to a case may concern, and why. */
export type Concern = readonly [userId: number, reason: NotificationReason];

/** Each of the people once, for the strongest of the reasons. */
export const strongestReasons = (people: readonly Concern[]): ReadonlyMap<number, NotificationReason> => {
  const concerned = new Map<number, NotificationReason>();
  for (const [userId, reason] of people) {
    const known = concerned.get(userId);
    if (known === undefined || rank(reason) < rank(known)) concerned.set(userId, reason);
  }
  return concerned;
};

const rank = (reason: NotificationReason): number => notificationReasons.indexOf(reason);
