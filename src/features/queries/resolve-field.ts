import type { Context } from '../../platform/context.ts';
import { fold } from '../../platform/database/folded-text.ts';
import type { CaseCondition } from '../cases/list/case-selection.ts';
import { type ChoiceKind, kinds } from '../choices/choice.ts';
import { spaceIdsWithRight } from '../spaces/spaces-with-right.ts';
import type { QueryField } from './query.ts';
import { type FieldNode, isBounded, isName, isWord, type Resolution } from './resolution.ts';
import { choiceIds, spaceIds, statusIds, statusIdsThatAre } from './resolve-choices.ts';
import { dueCondition, hasDueDate, instantCondition, isPastDue } from './resolve-moments.ts';
import { numberCondition } from './resolve-numbers.ts';
import { personIds } from './resolve-people.ts';

/** The condition of one field. What it does not know is added to the faults of the resolution. */
export const resolveField = async (ctx: Context, node: FieldNode, resolution: Resolution): Promise<CaseCondition> =>
  resolvers[node.field](ctx, node, resolution);

type Resolver = (ctx: Context, node: FieldNode, resolution: Resolution) => CaseCondition | Promise<CaseCondition>;

const choice =
  (kind: ChoiceKind): Resolver =>
  (_ctx, { values }, resolution) => ({
    kind: 'reference',
    property: kinds[kind].property,
    ids: choiceIds(resolution, kind, values.filter(isName)),
  });

const person =
  (property: 'assigneeId' | 'reporterId' | 'creatorId'): Resolver =>
  async (ctx, node, resolution) => ({ kind: 'reference', property, ids: await personIds(ctx, node, resolution) });

const recipient: Resolver = async (ctx, node, resolution) => {
  const ids = await personIds(ctx, node, resolution);
  const named: CaseCondition = { kind: 'recipient', ids: ids.filter((id) => id !== 0) };
  return ids.includes(0) ? any(named, not({ kind: 'has', what: 'recipient' })) : named;
};

const tag: Resolver = (_ctx, { values }) => {
  const names = values.filter(isName).filter((value) => !isWord(value, 'none'));
  const named: CaseCondition = { kind: 'tag', folded: names.map(({ text }) => fold(text)) };
  return values.some((value) => isWord(value, 'none')) ? any(named, not({ kind: 'has', what: 'tag' })) : named;
};

const externalId: Resolver = (_ctx, { values }) => {
  const names = values.filter(isName).filter((value) => !isWord(value, 'none'));
  const named: CaseCondition = { kind: 'externalId', externalIds: names.map(({ text }) => text) };
  return values.some((value) => isWord(value, 'none')) ? any(named, not({ kind: 'has', what: 'externalId' })) : named;
};

const instant =
  (property: 'createdAt' | 'updatedAt'): Resolver =>
  (ctx, { values }, resolution) =>
    any(...values.filter(isBounded).map((value) => instantCondition(ctx, { property, value, resolution })));

const due: Resolver = (ctx, { values }, resolution) => {
  const dated = values.filter(isBounded).map((value) => dueCondition(ctx, { value, resolution }));
  return values.some((value) => isWord(value, 'none')) ? any(...dated, not(hasDueDate(resolution))) : any(...dated);
};

const states: Readonly<Record<string, (ctx: Context, resolution: Resolution) => CaseCondition>> = {
  open: (_ctx, resolution) => reference('statusId', statusIdsThatAre(resolution, { isClosed: false })),
  closed: (_ctx, resolution) => reference('statusId', statusIdsThatAre(resolution, { isClosed: true })),
  overdue: (ctx, resolution) =>
    all(isPastDue(ctx, resolution), reference('statusId', statusIdsThatAre(resolution, { isClosed: false }))),
};

const parts: Readonly<
  Record<string, (ctx: Context, resolution: Resolution) => CaseCondition | Promise<CaseCondition>>
> = {
  attachment: () => ({ kind: 'has', what: 'attachment' }),
  comment: async (ctx) => ({ kind: 'hasComment', internalIn: await spaceIdsWithRight(ctx, 'InternalComments') }),
  section: () => not(reference('sectionId', [0])),
  milestone: () => not(reference('milestoneId', [0])),
  due: (_ctx, resolution) => hasDueDate(resolution),
  assignee: () => not(reference('assigneeId', [0])),
  recipient: () => ({ kind: 'has', what: 'recipient' }),
  tag: () => ({ kind: 'has', what: 'tag' }),
};

const keyword =
  (meanings: typeof parts): Resolver =>
  async (ctx, { values }, resolution) => {
    const of: CaseCondition[] = [];
    for (const { text } of values.filter(isName)) {
      const condition = await meanings[text]?.(ctx, resolution);
      if (condition !== undefined) of.push(condition);
    }
    return any(...of);
  };

const reference = (property: 'sectionId' | 'milestoneId' | 'statusId' | 'assigneeId', ids: readonly number[]) =>
  ({ kind: 'reference', property, ids }) as const;

const not = (of: CaseCondition): CaseCondition => ({ kind: 'not', of });
const all = (...of: CaseCondition[]): CaseCondition => ({ kind: 'all', of });
const any = (...of: CaseCondition[]): CaseCondition => (of.length === 1 && of[0] ? of[0] : { kind: 'any', of });

const resolvers: Readonly<Record<QueryField, Resolver>> = {
  space: (_ctx, { values }, resolution) => ({
    kind: 'reference',
    property: 'spaceId',
    ids: spaceIds(resolution, values.filter(isName)),
  }),
  project: choice('project'),
  section: choice('section'),
  milestone: choice('milestone'),
  status: (_ctx, { values }, resolution) => reference('statusId', statusIds(resolution, values.filter(isName))),
  priority: choice('priority'),
  assignee: person('assigneeId'),
  reporter: person('reporterId'),
  creator: person('creatorId'),
  recipient,
  tag,
  created: instant('createdAt'),
  updated: instant('updatedAt'),
  due,
  number: (_ctx, { values }) => any(...values.filter(isBounded).map(numberCondition)),
  externalId,
  is: keyword(states),
  has: keyword(parts),
};
