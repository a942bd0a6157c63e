import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import type { Likeable } from './like.ts';

interface RecordLike {
  readonly likeable: Likeable;
  /** The case, or the one whose comment it is. */
  readonly visible: VisibleCase;
  readonly happened: 'liked' | 'unliked';
}

/** Writes the event: `case.liked`, `comment.unliked` and so on. */
export const recordLike = (tx: Context, { likeable, visible, happened }: RecordLike): Promise<void> => {
  const { spaceId, id: caseId } = visible.found;
  const payload = likeable.entity === 'comment' ? { commentId: likeable.id } : {};
  return appendEvent(tx, { type: `${likeable.entity}.${happened}`, spaceId, caseId, payload });
};
