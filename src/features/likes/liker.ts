import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';

/**
 * The ID of whoever acts, who can see the thing: that is enough for a like, also for viewers. A key that was narrowed to
 * some rights is no key for everything else, though: it needs CreateComment, the right to say something. Throws
 * RIGHT_MISSING.
 */
export const requireLiker = ({ actor }: Context): number => {
  const { userId, scope } = actor;
  if (userId === null) throw new DomainError('RIGHT_MISSING', { message: 'Only users can like something.' });
  const rights = scope?.rights ?? null;
  if (rights === null || rights.has('CreateComment')) return userId;
  const message = 'You may not like this: this API key is narrowed, and the right CreateComment is missing.';
  throw new DomainError('RIGHT_MISSING', { message });
};
