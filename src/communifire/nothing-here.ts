import { DomainError } from '../kernel/errors.ts';

/** The answer where there is nothing: an envelope too, so that clients can read it. */
export const nothingHere = async (): Promise<never> => {
  throw new DomainError('ROUTE_NOT_FOUND');
};
