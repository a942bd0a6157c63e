import type { Context } from '../../platform/context.ts';
import { readNames } from '../../platform/http/api/names.ts';
import type { Case } from './case.ts';
import { caseFields, ownProperties, type ShapedCase } from './case.wire.ts';
import { type CaseInclude, caseIncludes, referencesOf } from './case-references.ts';
import { externalIdsOf } from './external-ids-of.ts';
import { visibleCommentCount } from './visible-comment-count.ts';

/** Which properties of a case are answered. */
export interface CaseShape {
  /** Undefined for all own ones. */
  readonly fields: readonly string[] | undefined;
  readonly include: readonly CaseInclude[];
}

interface ShapeQuery {
  readonly fields?: string | undefined;
  readonly include?: string | undefined;
}

/** Reads `fields` and `include`. Throws FIELDS_INVALID when a name is not known. */
export const readShape = ({ fields, include }: ShapeQuery): CaseShape => ({
  fields: fields === undefined ? undefined : readNames('fields', fields, [...caseFields]),
  include: include === undefined ? [] : readNames('include', include, caseIncludes),
});

/** The case with the properties of the shape. */
export const presentCase = async (ctx: Context, found: Case, shape: CaseShape): Promise<ShapedCase> => {
  const own = ownProperties(found, await visibleCommentCount(ctx, found));
  const shown = shape.fields === undefined ? own : only(own, shape.fields);
  if (shape.include.length === 0) return shown;
  const names = shape.include.filter((name) => name !== 'externalId');
  const included = { ...shown, ...(await referencesOf(ctx, { found, names })) } as ShapedCase;
  if (!shape.include.includes('externalId')) return included;
  return { ...included, externalId: (await externalIdsOf(ctx, { cases: [found] })).get(found.id) ?? null };
};

/** The same of several cases, whose external IDs are looked up together. */
export const presentCases = async (ctx: Context, found: readonly Case[], shape: CaseShape): Promise<ShapedCase[]> => {
  const include = shape.include.filter((name) => name !== 'externalId');
  const cases = await Promise.all(found.map((each) => presentCase(ctx, each, { ...shape, include })));
  if (include.length === shape.include.length) return cases;
  const externalIds = await externalIdsOf(ctx, { cases: found });
  return cases.map((each, index) => ({ ...each, externalId: externalIds.get(found[index]?.id ?? 0) ?? null }));
};

const only = (own: ShapedCase, fields: readonly string[]): ShapedCase =>
  Object.fromEntries(fields.map((field) => [field, own[field as keyof ShapedCase]]));
