import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlainClick } from '../cases/panel/plain-click.ts';
import { usePeek } from '../cases/panel/use-peek.ts';
import { useReturnedFocus } from '../cases/panel/use-returned-focus.ts';
import { useStepCommands } from '../cases/panel/use-step-commands.ts';

const cardAround = (target: Element | null | undefined): HTMLElement | null | undefined =>
  target?.closest<HTMLElement>('[data-case]');
const linkOf = (card: Element | null | undefined): HTMLElement | null | undefined =>
  card?.querySelector<HTMLElement>('a');
const numberOf = (card: HTMLElement): number => Number(card.dataset['case']);

/** Goes from card to card of a column by keyboard, and looks at cases beside the board. */
export const useCardSteps = (board: RefObject<HTMLElement | null>) => {
  const { t } = useTranslation();
  const peek = usePeek();
  const cardOf = (id: number): HTMLElement | null | undefined => board.current?.querySelector(`[data-case="${id}"]`);
  useReturnedFocus(peek.caseId, (closed) => linkOf(cardOf(closed) ?? board.current));
  const isOpen = peek.caseId !== undefined;
  const go = (card: HTMLElement): void => {
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (isOpen) peek.show(numberOf(card));
    if (!isOpen || board.current?.contains(document.activeElement)) linkOf(card)?.focus({ preventScroll: true });
  };
  const step = (distance: 1 | -1): void => {
    const direction = distance === 1 ? 'nextElementSibling' : 'previousElementSibling';
    const card = peek.caseId === undefined ? cardAround(document.activeElement) : cardOf(peek.caseId);
    const item = card == null ? board.current?.querySelector('li') : card.closest('li')?.[direction];
    const next = item?.querySelector<HTMLElement>('[data-case]');
    if (next != null) go(next);
  };
  const look = (): void => {
    const card = cardAround(document.activeElement);
    if (card != null) peek.show(numberOf(card));
  };
  useStepCommands({ step, peek: look, peekLabel: t('board.peek') });
  return {
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== ' ' || (event.target as Element).tagName !== 'A') return;
      event.preventDefault();
      look();
    },
    /** Beside an open case the pointer chooses which one is there; the keyboard goes to the page. */
    onClickCapture: (event: MouseEvent): void => {
      const card = (event.target as Element).tagName === 'A' ? cardAround(event.target as Element) : undefined;
      if (card == null || !isOpen || !isPlainClick(event)) return;
      event.preventDefault();
      peek.show(numberOf(card));
    },
  };
};
