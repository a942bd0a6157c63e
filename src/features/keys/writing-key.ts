import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';

/** Throws RIGHT_MISSING for a key that only reads: it leaves no traces, not even that something was read. */
export const requireWritingKey = ({ actor }: Context, purpose: string): void => {
  if (actor.scope?.rights?.size !== 0) return;
  throw new DomainError('RIGHT_MISSING', {
    message: `You may not ${purpose}: this API key is narrowed to reading.`,
  });
};
