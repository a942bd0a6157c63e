import { nearestName } from '../../kernel/nearest-name.ts';
import { type QueryFault, queryFields } from './query.ts';

/** What people call our fields elsewhere. */
const otherNames: Readonly<Record<string, string>> = {
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
};

/** The fault for a field that does not exist. */
export const unknownField = (name: string, start: number): QueryFault => {
  const near = otherNames[name.toLowerCase()] ?? nearestName(name, [...Object.keys(queryFields), 'sort']);
  const hint = near === null ? '; to look for the text itself, put it in quotes' : '';
  const known = [...Object.keys(queryFields), 'sort'].join(', ');
  const problem = `has no field "${name.slice(0, 50)}" among ${known}${hint}`;
  return { start, end: start + name.length, problem, suggestion: near };
};
