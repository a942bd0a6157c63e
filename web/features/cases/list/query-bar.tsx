import { Stack } from '@mantine/core';
import type { RefObject } from 'react';
import { CasekeepProblem, type QueryProblem, type TextHint } from '../../../../src/client/index.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { replaced } from '../query/query-edit.ts';
import { FilterBar } from './filters/filter-bar.tsx';
import { type QueryFault, QueryFaults, type QueryRemark } from './query-faults.tsx';
import { QueryField } from './query-field.tsx';
import type { WrittenQuery } from './use-written-query.ts';

interface QueryBarProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly written: WrittenQuery;
  readonly spaceId: number | undefined;
  /** Why what was asked for was refused. */
  readonly error: unknown;
  /** What it was probably meant to say. */
  readonly hints: readonly TextHint[];
  /** Where in what was written a place of the server's answer is. */
  readonly placeOf?: (position: number) => number;
  readonly onRetry: () => void;
}

/** Which cases: as a query, with what is wrong in it, and as conditions to choose. */
export const QueryBar = ({ fieldRef, written, spaceId, error, hints, placeOf = asWritten, onRetry }: QueryBarProps) => {
  const faults = faultsIn(error);
  const told = [
    ...faults.map((fault) => ({ ...fault, isHint: false })),
    ...(error === null ? hints.map((hint) => ({ ...hint, isHint: true })) : []),
  ];
  const remarks = told
    .map((remark): QueryRemark => ({ ...remark, start: placeOf(remark.start), end: placeOf(remark.end) }))
    .toSorted((one, other) => one.start - other.start);
  // Places are those of what was asked for: of what is being written they would be wrong.
  const shown = written.text.trim() === written.asked ? remarks : [];
  return (
    <Stack gap={6} component="search">
      <QueryField
        ref={fieldRef}
        text={written.text}
        spaceId={spaceId}
        marks={shown}
        isWrong={faults.length > 0 && shown.length > 0}
        onWrite={written.write}
        onAsk={() => written.ask(written.text)}
      />
      <QueryFaults
        remarks={shown}
        onTake={(remark) => written.ask(replaced(written.text, remark, remark.suggestion ?? ''))}
      />
      {error !== null && faults.length === 0 && <FailureNotice error={error} onRetry={onRetry} />}
      <FilterBar query={written.text} spaceId={spaceId} onChange={written.ask} />
    </Stack>
  );
};

const asWritten = (position: number): number => position;

const faultsIn = (error: unknown): readonly QueryFault[] =>
  error instanceof CasekeepProblem ? ((error.document as unknown as QueryProblem).queryFaults ?? []) : [];
