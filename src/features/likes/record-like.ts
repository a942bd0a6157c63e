import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import type { VisibleComment } from '../comments/get-comment.ts';
import type { Likeable } from './like.ts';

interface RecordLike {
  readonly likeable: Likeable;
  /** The case, or the one whose comment it is. */
  readonly visible: VisibleCase | VisibleComment;
  readonly happened: 'liked' | 'unliked';
}

/** Writes the event: `case.liked`, `comment.unliked` and so on. */
export const recordLike = (tx: Context, { likeable, visible, happened }: RecordLike): Promise<void> => {
  const { spaceId, id: caseId } = visible.found;
  const payload = 'comment' in visible ? { commentId: visible.comment.id, isInternal: visible.comment.isInternal } : {};
  return appendEvent(tx, { type: `${likeable.entity}.${happened}`, spaceId, caseId, payload });
};
