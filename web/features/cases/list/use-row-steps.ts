import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/commands.ts';
import type { ListedCase } from '../list-request.ts';
import { isMeantHere, isPlainClick } from '../panel/plain-click.ts';
import type { Peek } from '../panel/use-peek.ts';
import { useReturnedFocus } from '../panel/use-returned-focus.ts';
import { useStepCommands } from '../panel/use-step-commands.ts';
import { useRowFocus } from './use-row-focus.ts';

/** How long the pointer rests on a row until it is more than passing, in milliseconds. */
const REST_MS = 50;

interface RowSteps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly caseAt: (row: number) => ListedCase | undefined;
  readonly scrollTo: (row: number) => void;
  readonly toggle: (row: number) => void;
  readonly peek: Peek;
}

/** Goes from row to row by keyboard: the link of the row where one is has the focus, or its case is beside the list. */
export const useRowSteps = ({ scroller, rowCount, caseAt, scrollTo, toggle, peek }: RowSteps) => {
  const { t } = useTranslation();
  const router = useRouter();
  const current = useRef<number>(undefined);
  const { rowOf, linkOf, focus } = useRowFocus(scroller);
  useReturnedFocus(peek.caseId, (closed) => {
    const row = rowOf(closed) ?? current.current;
    return row === undefined ? scroller.current?.querySelector<HTMLElement>('[data-row] a') : linkOf(row);
  });
  const isOpen = peek.caseId !== undefined;
  const peekAt = (row: number): void => {
    const each = caseAt(row);
    current.current = row;
    if (each !== undefined && each.id !== peek.caseId) peek.show(each.id);
  };
  const step = (distance: number): void => {
    const from = rowOf(peek.caseId) ?? current.current ?? -distance;
    const row = Math.max(from + distance, 0);
    if (row >= rowCount) return;
    current.current = row;
    scrollTo(row);
    if (isOpen) peekAt(row);
    if (!isOpen || scroller.current?.contains(document.activeElement)) focus(row);
  };
  const withCurrent = (act: (row: number) => void) => () => {
    if (current.current !== undefined) act(current.current);
  };
  const destinationOf = (row: number) => {
    const each = caseAt(row);
    return each && ({ to: '/cases/$caseId', params: { caseId: String(each.id) } } as const);
  };
  const open = (row: number): void => {
    const to = destinationOf(row);
    if (to !== undefined) void router.navigate(to);
  };
  useStepCommands({ step, peek: withCurrent(peekAt), peekLabel: t('list.keys.peek') });
  const group = t('cases.title');
  useCommands([
    { id: 'list-open', label: t('list.keys.open'), group, keys: 'o', run: withCurrent(open) },
    { id: 'list-select', label: t('list.keys.select'), group, keys: 'x', run: withCurrent(toggle) },
  ]);
  return {
    /** The row where one is. */
    current,
    peekAt,
    onKeyDown: (event: KeyboardEvent): void => {
      const distance = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const isPeek = event.key === ' ' && (event.target as Element).tagName === 'A';
      if (distance === undefined && !isPeek) return;
      event.preventDefault();
      if (distance !== undefined) step(distance);
      else withCurrent(peekAt)();
    },
    /** Beside an open case the pointer chooses which one is there; the keyboard goes to the page. */
    onLink: (row: number, event: MouseEvent): void => {
      if (!isMeantHere(event)) return;
      event.preventDefault();
      if (isOpen && isPlainClick(event)) peekAt(row);
      else open(row);
    },
    /** Where the pointer rests, the case is opened in all probability. */
    onPointer: useDebouncedCallback((row: number) => {
      const to = destinationOf(row);
      if (to !== undefined) void router.preloadRoute(to);
    }, REST_MS),
    onFocus: (row: number): void => {
      current.current = row;
    },
  };
};
