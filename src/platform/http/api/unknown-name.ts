import type { ErrorObject } from 'ajv';
import { nearestName } from '../../../kernel/nearest-name.ts';

/** Names are told where there are so many of them at the most. */
const MOST_NAMES = 8;

/** What is said of a property that its schema does not know: which one was probably meant, or which few there are. */
export const unknownName = ({ params, parentSchema }: ErrorObject): string => {
  const names = Object.keys(parentSchema?.['properties'] ?? {});
  const near = nearestName(String(params['additionalProperty']), names);
  if (near !== null) return `is not known here; did you mean "${near}"?`;
  return names.length > 0 && names.length <= MOST_NAMES
    ? `is not known here; known are ${names.join(', ')}`
    : 'is not known here';
};
