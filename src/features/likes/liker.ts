import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import { requireOpen } from '../spaces/space-access.ts';

/**
 * The ID of whoever acts, who can see the thing: that is enough for a like, also for viewers. A key that was narrowed to
 * some rights is no key for everything else, though: it needs CreateComment, the right to say something. Throws
 * RIGHT_MISSING, and SPACE_ARCHIVED where things can only be read.
 */
export const requireLiker = ({ actor }: Context, { access }: VisibleCase): number => {
  const { userId, scope } = actor;
  requireOpen(access, 'like this');
  if (userId === null) throw new DomainError('RIGHT_MISSING', { message: 'Only users can like something.' });
  const rights = scope?.rights ?? null;
  if (rights === null || rights.has('CreateComment')) return userId;
  const message = 'You may not like this: this API key is narrowed, and the right CreateComment is missing.';
  throw new DomainError('RIGHT_MISSING', { message });
};
