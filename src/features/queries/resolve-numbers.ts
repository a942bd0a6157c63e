import type { CaseCondition } from '../cases/list/case-selection.ts';
import type { BoundedValue } from './resolution.ts';

/** The condition that the number of a case is where the value says. */
export const numberCondition = (value: BoundedValue): CaseCondition => {
  const [from, to] = value.kind === 'range' ? [numberOf(value.from), numberOf(value.to)] : compared(value);
  return { kind: 'number', from, to };
};

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const compared = ({ comparison, bound }: Extract<BoundedValue, { kind: 'comparison' }>) => {
  const number = Number(bound);
  const bounds = {
    '=': [number, number],
    '<': [null, number - 1],
    '<=': [null, number],
    '>': [number + 1, null],
    '>=': [number, null],
  } as const;
  return bounds[comparison];
};
