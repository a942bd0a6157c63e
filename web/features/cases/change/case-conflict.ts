import { CasekeepProblem } from '../../../../src/client/index.ts';

/** What somebody else has changed a text to while it was being edited here. */
export interface TextConflict {
  readonly theirs: string;
  /** Null for the operator of the server. */
  readonly changedBy: string | null;
  readonly changedAt: string;
  /** At which revision the case is now. */
  readonly revision: number;
}

interface ConflictDocument {
  readonly revision: number;
  readonly conflicts: readonly {
    readonly property: string;
    readonly currentValue: unknown;
    readonly changedBy: { readonly displayName: string } | null;
    readonly changedAt: string;
  }[];
}

/** The conflict that a refusal tells of; undefined when it is another refusal. */
const documentOf = (error: unknown): ConflictDocument | undefined =>
  error instanceof CasekeepProblem && error.code === 'CASE_CONFLICT'
    ? (error.document as unknown as ConflictDocument)
    : undefined;

/** At which revision the case is, if only other properties were changed than this one. */
export const revisionWithout = (property: string, error: unknown): number | undefined => {
  const document = documentOf(error);
  if (document === undefined || document.conflicts.some((each) => each.property === property)) return undefined;
  return document.revision;
};

/** What this property was changed to, if the refusal says so. */
export const conflictOf = (property: string, error: unknown): TextConflict | undefined => {
  const document = documentOf(error);
  const found = document?.conflicts.find((each) => each.property === property);
  if (document === undefined || found === undefined) return undefined;
  const { currentValue, changedBy, changedAt } = found;
  return {
    theirs: String(currentValue),
    changedBy: changedBy?.displayName ?? null,
    changedAt,
    revision: document.revision,
  };
};
