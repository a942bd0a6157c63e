import type { NotificationReason } from './notification.ts';

/** The reasons for which one is told of a case that one has muted: somebody turned to them, and waits. */
const unmutable: ReadonlySet<NotificationReason> = new Set(['mentioned', 'assigned']);

/** What people do not want to be told. */
export interface Wishes {
  /** Who has muted which cases, by case. */
  readonly mutedBy: ReadonlyMap<number, ReadonlySet<number>>;
  /** The reasons that people have switched off, by person. */
  readonly unwanted: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * Whether somebody wants to be told of a case for this reason. Whoever has muted it is still told when they are mentioned
 * in it or it is assigned to them, as far as they have not switched that off.
 */
export const isWanted = (
  { mutedBy, unwanted }: Wishes,
  caseId: number,
  [userId, reason]: readonly [userId: number, reason: NotificationReason],
): boolean => {
  if (unwanted.get(userId)?.has(reason) === true) return false;
  return unmutable.has(reason) || mutedBy.get(caseId)?.has(userId) !== true;
};
