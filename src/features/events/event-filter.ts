import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import type { EventRow } from './event.ts';

/** Which events somebody wants to hear; undefined for all. */
export interface EventFilter {
  readonly spaceIds?: readonly number[] | undefined;
  /** Types, or with `.*` all of a noun: `case.*`. */
  readonly types?: readonly string[] | undefined;
}

/** The question whether an event passes the filter: spaces are those in which things happened. */
export const eventMatcher = ({ spaceIds, types }: EventFilter): ((event: EventRow) => boolean) => {
  const spaces = spaceIds && new Set(spaceIds);
  const ofType = types && typeMatcher(types);
  return ({ spaceId, type }) => (spaces?.has(spaceId ?? 0) ?? true) && (ofType?.(type) ?? true);
};

/** The question whether a type is among these. */
export const typeMatcher = (types: readonly string[]): ((type: string) => boolean) => {
  const known = new Set(types);
  return (type) => known.has(type) || known.has('*') || known.has(`${type.slice(0, type.indexOf('.'))}.*`);
};

/** Throws FIELDS_INVALID when a space of the filter does not exist for whoever acts. */
export const requireVisibleSpaces = async (ctx: Context, { spaceIds = [] }: EventFilter): Promise<void> => {
  const visible = await visibleSpaceIds(ctx);
  for (const spaceId of spaceIds) {
    const isThere = visible === 'all' || visible.includes(spaceId);
    if (isThere && (await findConfiguration(ctx, spaceId)) !== undefined) continue;
    throw invalidField('space', `must be spaces that you can see: there is no ${spaceId}`);
  }
};
