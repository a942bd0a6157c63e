import type { Context } from '../../platform/context.ts';
import { readNames } from '../../platform/http/api/names.ts';
import type { Case } from './case.ts';
import { caseFields, ownProperties, type ShapedCase } from './case.wire.ts';
import { type CaseReference, caseReferences, referencesOf } from './case-references.ts';
import { visibleCommentCount } from './visible-comment-count.ts';

/** Which properties of a case are answered. */
export interface CaseShape {
  /** Undefined for all own ones. */
  readonly fields: readonly string[] | undefined;
  readonly include: readonly CaseReference[];
}

interface ShapeQuery {
  readonly fields?: string | undefined;
  readonly include?: string | undefined;
}

/** Reads `fields` and `include`. Throws FIELDS_INVALID when a name is not known. */
export const readShape = ({ fields, include }: ShapeQuery): CaseShape => ({
  fields: fields === undefined ? undefined : readNames('fields', fields, [...caseFields]),
  include: include === undefined ? [] : readNames('include', include, caseReferences),
});

/** The case with the properties of the shape. */
export const presentCase = async (ctx: Context, found: Case, shape: CaseShape): Promise<ShapedCase> => {
  const own = ownProperties(found, await visibleCommentCount(ctx, found));
  const shown = shape.fields === undefined ? own : only(own, shape.fields);
  if (shape.include.length === 0) return shown;
  return { ...shown, ...(await referencesOf(ctx, { found, names: shape.include })) } as ShapedCase;
};

const only = (own: ShapedCase, fields: readonly string[]): ShapedCase =>
  Object.fromEntries(fields.map((field) => [field, own[field as keyof ShapedCase]]));
