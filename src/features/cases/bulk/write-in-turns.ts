import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../../platform/context.ts';
import { carryOutAll, type UpdatePlan } from '../plan-update.ts';
import { cutByWeight } from './by-weight.ts';

/** How much is written until others are served, in bytes; about half a second. */
export const BYTES_OF_TURN = 2 * 1024 * 1024;
/** What one entry of a list counts at the least, in bytes: tags and recipients have rows of their own. */
const BYTES_OF_ROW = 100;

/** Carries out what was planned; requests that only read are served in between when the values are large. */
export const carryOutInTurns = (tx: Context, plans: readonly UpdatePlan[]): Promise<void> =>
  inTurns(plans, weightOfPlan, (piece) => carryOutAll(tx, piece));

/** Does something to all of these, as much at a time as weighs no more than a turn. */
export const inTurns = async <T>(
  items: readonly T[],
  weightOf: (item: T) => number,
  perform: (piece: readonly T[]) => Promise<void>,
): Promise<void> => {
  const pieces = cutByWeight(items, { weightOf, maxBytes: BYTES_OF_TURN, maxCount: items.length });
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await nextTurn();
    await perform(piece);
  }
};

/** What is there before counts too: it goes into the history. */
const weightOfPlan = ({ differences }: UpdatePlan): number =>
  differences.reduce((sum, { oldValue, newValue }) => sum + lengthOf(oldValue) + lengthOf(newValue), 0);

const lengthOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + BYTES_OF_ROW + lengthOf(item), 0);
  return typeof value === 'string' ? value.length : 0;
};
