import { invalidField } from '../../kernel/errors.ts';
import { entityNumbers } from '../entity-types.ts';
import type { Query } from '../query.ts';
import { readQueryCsv } from '../query-csv.ts';
import { idCsv } from '../wire-types.ts';

const readIds = (query: Query, name: string): number[] => {
  // 0 stands for "any", as in other parameters.
  const csv = readQueryCsv(query, name).filter((value) => !/^0+$/u.test(value));
  const reading = idCsv.read(csv.join());
  if ('problem' in reading) throw invalidField(name, reading.problem);
  return 'value' in reading ? reading.value : [];
};

/** Reads what is searched for and where. Throws FIELDS_INVALID. Source: communifire-api.md section 3, search. */
export const readSearch = (query: Query) => ({
  // Neither database can keep NUL characters in a text, so none can be found.
  keyword: (query['keyword'] ?? '').toWellFormed().replaceAll('\u0000', ' '),
  spaceIds: readIds(query, 'SpaceIDCSV'),
  reporterIds: readIds(query, 'UserIDCSV'),
});

/** Whether cases are among the kinds of content that are searched; they are when none is named. Throws FIELDS_INVALID. */
export const asksForCases = (query: Query): boolean => {
  const kinds = readIds(query, 'EntityTypeCSV');
  return kinds.length === 0 || kinds.includes(entityNumbers.case);
};
