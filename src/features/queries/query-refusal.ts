import { DomainError } from '../../kernel/errors.ts';
import type { QueryFault } from './query.ts';

/**
 * The refusal of a query: one entry of `fields` for each mistake, in words; in the details, under `queryFaults`, where
 * each is, in UTF-16 code units from the beginning of the query.
 */
export const queryRefusal = (faults: readonly QueryFault[]): DomainError =>
  new DomainError('FIELDS_INVALID', {
    fields: faults.map((fault) => ({ field: 'query', problem: sentenceOf(fault) })),
    details: { queryFaults: faults },
  });

const sentenceOf = ({ start, end, problem, suggestion }: QueryFault): string => {
  const place = end - start === 1 ? `character ${end}` : `characters ${start + 1} to ${end}`;
  return `${problem} (${place})${suggestion === null ? '' : `; did you mean "${suggestion}"?`}`;
};
