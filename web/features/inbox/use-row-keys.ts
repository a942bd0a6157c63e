import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/commands.ts';

const rowsIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-notification]') ?? []),
];

const focused = (rows: readonly HTMLElement[]): number =>
  rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));

/** What is done with the row that has the focus. */
interface RowActions {
  readonly onMark: (id: number) => void;
  readonly onMute: (id: number) => void;
}

/** j and k go down and up the rows of a list; e marks the one that has the focus, m mutes its case. */
export const useRowKeys = (list: RefObject<HTMLElement | null>, { onMark, onMute }: RowActions): void => {
  const { t } = useTranslation();
  const step = (by: number) => (): void => {
    const rows = rowsIn(list.current);
    const next = Math.min(Math.max(focused(rows) + by, 0), rows.length - 1);
    rows[next]?.focus();
  };
  const withFocused = (act: (id: number) => void) => (): void => {
    const rows = rowsIn(list.current);
    const row = rows[focused(rows)];
    if (row !== undefined) act(Number(row.dataset['notification']));
  };
  const group = t('inbox.title');
  useCommands([
    { id: 'inbox-down', label: t('inbox.down'), group, keys: 'j', run: step(1) },
    { id: 'inbox-up', label: t('inbox.up'), group, keys: 'k', run: step(-1) },
    { id: 'inbox-mark', label: t('inbox.toggle'), group, keys: 'e', run: withFocused(onMark) },
    { id: 'inbox-mute', label: t('mute.key'), group, keys: 'm', run: withFocused(onMute) },
  ]);
};
