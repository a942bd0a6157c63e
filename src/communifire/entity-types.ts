import { invalidField } from '../kernel/errors.ts';
import type { Query } from './query.ts';

/** The numbers of kinds of content. Source: communifire-api.md section 1, entity types. */
const entityTypes = {
  1: 'forum',
  3: 'article',
  4: 'blog',
  9: 'wiki',
  14: 'file',
  15: 'user',
  19: 'case',
  20: 'comment',
} as const;

type EntityType = (typeof entityTypes)[keyof typeof entityTypes];

/** The number of each kind of content. */
export const entityNumbers = Object.fromEntries(
  Object.entries(entityTypes).map(([number, type]) => [type, Number(number)]),
) as Readonly<Record<EntityType, number>>;

const byNumber: ReadonlyMap<string, EntityType> = new Map(Object.entries(entityTypes));

/** Reads which kind of content is meant; undefined when none is named. Throws FIELDS_INVALID. */
export const readEntityType = (query: Query): EntityType | undefined => {
  const raw = (query['entitytype'] ?? '').trim();
  if (raw === '') return undefined;
  const type = byNumber.get(raw);
  if (type !== undefined) return type;
  throw invalidField('entitytype', `must be one of ${[...byNumber.keys()].join(', ')}`);
};
