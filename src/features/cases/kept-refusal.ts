import { DomainError, type ErrorCode, type FieldProblem } from '../../kernel/errors.ts';
import { isPassing } from '../../platform/database/passing.ts';

/** A refusal in a form that can be kept. */
export interface KeptRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields: readonly FieldProblem[];
}

/** The refusal that was thrown; what is none, or passes by itself, is thrown on. */
export const refusalIn = (error: unknown): KeptRefusal => {
  if (!(error instanceof DomainError) || isPassing(error)) throw error;
  const { code, message, fields } = error;
  return { code, message, fields };
};
