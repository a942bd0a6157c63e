import { type FieldProblem, refuseInvalidFields } from '../../kernel/errors.ts';
import type { Fault } from './faults.ts';

/** Throws FIELDS_INVALID for a fault that would do nothing, or not all that it says. */
export const checkFault = (fault: Fault): void => {
  const problems: FieldProblem[] = [];
  if (fault.effect === 'delay' && fault.delayMs === undefined) {
    problems.push({ field: 'delayMs', problem: 'is required for the effect delay' });
  }
  for (const field of ['status', 'headers'] as const) {
    if (fault.effect !== 'status' && fault[field] !== undefined) {
      problems.push({ field, problem: 'is only for the effect status' });
    }
  }
  refuseInvalidFields(problems);
};
