import { nearestName } from '../../kernel/nearest-name.ts';
import { type QueryFault, queryFields } from './query.ts';
import { queryFault, shownText } from './query-fault.ts';

/** What people call our fields elsewhere. */
const otherNames = new Map(
  Object.entries({
    state: 'status',
    label: 'tag',
    labels: 'tag',
    author: 'creator',
    owner: 'assignee',
    involves: 'recipient',
    cc: 'recipient',
    category: 'section',
    component: 'section',
    id: 'number',
    key: 'externalId',
    reference: 'externalId',
    type: 'is',
    order: 'sort',
    text: 'has',
  }),
);

/** The fault for a field that does not exist. */
export const unknownField = (name: string, start: number): QueryFault => {
  const near = otherNames.get(name.toLowerCase()) ?? nearestName(name, [...Object.keys(queryFields), 'sort']);
  const known = [...Object.keys(queryFields), 'sort'].join(', ');
  const span = { start, end: start + name.length };
  return queryFault(span, { code: 'FIELD_UNKNOWN', values: { field: shownText(name), known }, suggestion: near });
};
