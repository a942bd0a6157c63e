import { type FieldProblem, refuseInvalidFields } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/page.ts';
import { readPage } from '../page-query.ts';
import type { Query } from '../query.ts';
import { keptId } from '../wire-types.ts';

interface FeedQuery {
  readonly spaceId?: number;
  readonly userId?: number;
  readonly page: Page;
}

const parameters = { spaceid: ['spaceID', 'spaceId'], userid: ['userID', 'userId'] } as const;

/** Reads whose activity in which space is asked for; nothing and 0 stand for all. Throws FIELDS_INVALID. */
export const readFeedQuery = (query: Query): FeedQuery => {
  const filter: { spaceId?: number; userId?: number } = {};
  const problems: FieldProblem[] = [];
  for (const [parameter, [name, property]] of Object.entries(parameters)) {
    const raw = query[parameter] ?? '';
    const reading = keptId.read(raw.trim() === '' ? null : raw);
    if ('problem' in reading) problems.push({ field: name, problem: reading.problem });
    if ('value' in reading) filter[property] = reading.value;
  }
  refuseInvalidFields(problems);
  return { ...filter, page: readPage(query) };
};
