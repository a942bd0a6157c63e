import type { StatusColor } from '../../kernel/status-color.ts';
import type { Context } from '../../platform/context.ts';
import { createChoice } from './create-choice.ts';
import { requireColor, requireCssClass, usualCssClass } from './status-style.ts';

interface CreateStatus {
  readonly spaceId: number;
  readonly name: string;
  /** Whether the work on a case with this status has ended. */
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor | null;
}

/** Adds a status to a space. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const createStatus = async (
  ctx: Context,
  { spaceId, name, isClosed = false, cssClass = usualCssClass(name, isClosed), color = null }: CreateStatus,
): Promise<number> => {
  requireCssClass(cssClass);
  requireColor(color);
  return createChoice(ctx, {
    kind: 'status',
    place: { spaceId },
    name,
    own: { isClosed, cssClass, color },
  });
};
