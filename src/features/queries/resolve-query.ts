import type { Context } from '../../platform/context.ts';
import { fold } from '../../platform/database/folded-text.ts';
import { always, type CaseCondition, type CaseSelection } from '../cases/list/case-selection.ts';
import { visibleConfigurations } from '../spaces/visible-configurations.ts';
import { timeZoneOf } from '../users/time-zone-of.ts';
import type { Query, QueryNode } from './query.ts';
import { queryRefusal } from './query-refusal.ts';
import type { Resolution } from './resolution.ts';
import { resolveField } from './resolve-field.ts';

/**
 * What a query means for whoever acts: names become IDs, moments become instants, as they can see and live them.
 * Throws FIELDS_INVALID of the field `query` with all that is wrong in it, mistakes of the language included.
 */
export const resolveQuery = async (ctx: Context, { where, sort, faults }: Query): Promise<CaseSelection> => {
  const resolution: Resolution = {
    configurations: await visibleConfigurations(ctx),
    timeZone: await timeZoneOf(ctx),
    faults: [...faults],
  };
  const condition = where === null ? always : await resolveNode(ctx, where, resolution);
  if (resolution.faults.length > 0) {
    throw queryRefusal(resolution.faults.toSorted((one, other) => one.start - other.start));
  }
  return { where: condition, order: sort.length > 0 ? sort : [{ key: 'updated', direction: 'desc' }] };
};

const resolveNode = async (ctx: Context, node: QueryNode, resolution: Resolution): Promise<CaseCondition> => {
  if (node.kind === 'text') return textCondition(node.text);
  if (node.kind === 'not') return { kind: 'not', of: await resolveNode(ctx, node.of, resolution) };
  if (node.kind === 'field') return resolveField(ctx, node, resolution);
  const of: CaseCondition[] = [];
  for (const each of node.of) of.push(await resolveNode(ctx, each, resolution));
  return { kind: node.kind, of };
};

const textCondition = (text: string): CaseCondition => {
  const folded = fold(text).replace(/\s+/gu, ' ').trim();
  return folded === '' ? always : { kind: 'text', text: folded };
};
