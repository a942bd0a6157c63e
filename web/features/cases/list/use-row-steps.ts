import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/commands.ts';
import type { ListedCase } from '../cases.queries.ts';

interface RowSteps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly caseAt: (row: number) => ListedCase | undefined;
  readonly scrollTo: (row: number) => void;
  readonly toggle: (row: number) => void;
}

/** Goes from row to row by keyboard: the link of the row where one is has the focus. */
export const useRowSteps = ({ scroller, rowCount, caseAt, scrollTo, toggle }: RowSteps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const current = useRef<number>(undefined);
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    // A row that was out of sight is there to be focused only after it was drawn.
    if (wanted.current === undefined) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`);
    if (link == null) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  const step = (distance: number): void => {
    const row = current.current === undefined ? 0 : current.current + distance;
    if (row < 0 || row >= rowCount) return;
    current.current = row;
    wanted.current = row;
    scrollTo(row);
    const link = scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"] a`);
    link?.focus({ preventScroll: true });
  };
  const open = (): void => {
    const each = current.current === undefined ? undefined : caseAt(current.current);
    if (each !== undefined) void navigate({ to: '/cases/$caseId', params: { caseId: String(each.id) } });
  };
  const group = t('cases.title');
  useCommands([
    { id: 'list-next', label: t('list.keys.next'), group, keys: 'j', run: () => step(1) },
    { id: 'list-previous', label: t('list.keys.previous'), group, keys: 'k', run: () => step(-1) },
    { id: 'list-open', label: t('list.keys.open'), group, keys: 'o', run: open },
    {
      ...{ id: 'list-select', label: t('list.keys.select'), group, keys: 'x' },
      run: () => current.current !== undefined && toggle(current.current),
    },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const distance = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (distance === undefined) return;
    event.preventDefault();
    step(distance);
  };
  const onFocus = (row: number): void => {
    current.current = row;
  };
  return { onKeyDown, onFocus };
};
