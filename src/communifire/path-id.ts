import { DomainError, type ErrorCode, invalidField } from '../kernel/errors.ts';

/** What an ID in a path is the ID of, and the refusal when it is beyond every ID. */
export interface PathId {
  /** The name of the parameter in the route. */
  readonly name: string;
  /** For people: "There is no case 5." */
  readonly noun: string;
  readonly missing: ErrorCode;
}

export const caseIdInPath: PathId = { name: 'caseid', noun: 'case', missing: 'CASE_NOT_FOUND' };

export const commentIdInPath: PathId = { name: 'commentid', noun: 'comment', missing: 'COMMENT_NOT_FOUND' };

/** Reads an ID in the path. Throws FIELDS_INVALID when it is none, `missing` when it is beyond every ID. */
export const readPathId = (params: unknown, { name, noun, missing }: PathId): number => {
  const raw = (params as Readonly<Record<string, string | undefined>>)[name] ?? '';
  if (!/^\d+$/u.test(raw) || /^0+$/u.test(raw)) throw invalidField(name, 'must be a positive integer');
  const id = Number(raw);
  if (!Number.isSafeInteger(id))
    throw new DomainError(missing, { message: `There is no ${noun} ${raw.slice(0, 40)}.` });
  return id;
};
