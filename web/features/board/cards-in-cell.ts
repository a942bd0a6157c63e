import type { BoardCase } from './board.queries.ts';
import type { CaseMove } from './move-case.ts';

interface Shown {
  readonly cards: readonly BoardCase[];
  /** How many more or fewer there are than the server knows of yet. */
  readonly difference: number;
}

/** The cards of a cell (all of a column, or its part in a lane), with those that are on their way to it, and without those that leave it. */
export const cardsInCell = (known: readonly BoardCase[], cellId: string, moves: readonly CaseMove[]): Shown => {
  // Of several moves of one case the last one counts.
  const last = new Map(moves.map((move) => [move.card.id, move]));
  const staying = known.filter(({ id }) => (last.get(id)?.to.id ?? cellId) === cellId);
  const present = new Set(staying.map(({ id }) => id));
  const coming = [...last.values()].filter(({ to, card }) => to.id === cellId && !present.has(card.id));
  const cards = coming.reduce((shown, { card }) => withCard(shown, card), staying);
  return { cards, difference: cards.length - known.length };
};

/** Before those that are as urgent, where it will be when the server has sorted it; on top where there are none. */
const withCard = (cards: readonly BoardCase[], card: BoardCase): BoardCase[] =>
  cards.toSpliced(
    Math.max(
      cards.findIndex(({ priorityId }) => priorityId === card.priorityId),
      0,
    ),
    0,
    card,
  );
