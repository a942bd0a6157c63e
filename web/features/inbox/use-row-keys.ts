import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/commands.ts';

const rowsIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-notification]') ?? []),
];

const focused = (rows: readonly HTMLElement[]): number =>
  rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));

/** j and k go down and up the rows of a list, e marks the one that has the focus. */
export const useRowKeys = (list: RefObject<HTMLElement | null>, onMark: (id: number) => void): void => {
  const { t } = useTranslation();
  const step = (by: number) => (): void => {
    const rows = rowsIn(list.current);
    const next = Math.min(Math.max(focused(rows) + by, 0), rows.length - 1);
    rows[next]?.focus();
  };
  const mark = (): void => {
    const rows = rowsIn(list.current);
    const row = rows[focused(rows)];
    if (row !== undefined) onMark(Number(row.dataset['notification']));
  };
  const group = t('inbox.title');
  useCommands([
    { id: 'inbox-down', label: t('inbox.down'), group, keys: 'j', run: step(1) },
    { id: 'inbox-up', label: t('inbox.up'), group, keys: 'k', run: step(-1) },
    { id: 'inbox-mark', label: t('inbox.toggle'), group, keys: 'e', run: mark },
  ]);
};
