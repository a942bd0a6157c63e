import { Refusals } from './refusals.ts';
import { Schemas } from './schemas.ts';

/** What operations share. */
export interface Parts {
  readonly schemas: Schemas;
  readonly refusals: Refusals;
}

export const newParts = (): Parts => ({ schemas: new Schemas(), refusals: new Refusals() });
