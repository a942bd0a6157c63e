import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, useOfferedCommands } from '../ui/commands.ts';
import { useAhead } from '../ui/use-ahead.ts';
import { usePlaces } from './places.ts';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));

type Opened = 'palette' | 'shortcuts' | undefined;

/** Everything by keyboard: the palette, the sheet of shortcuts, and the keys of all commands that are offered. */
export const Keyboard = () => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened>();
  const group = t('commands.anywhere');
  useCommands([
    ...usePlaces(),
    { id: 'palette', label: t('commands.palette'), group, keys: 'mod+K', run: () => setOpened('palette') },
    { id: 'shortcuts', label: t('commands.shortcuts'), group, keys: 'shift+?', run: () => setOpened('shortcuts') },
  ]);
  const commands = useOfferedCommands();
  // While somebody types, keys are letters; only those with Ctrl or Command go on meaning something.
  useHotkeys(
    commands.flatMap(({ keys, run }) => {
      if (keys === undefined || isChord(keys)) return [];
      return [[keys, unlessTyped(run), { preventDefault: false }]];
    }),
    ['TEXTAREA', 'SELECT'],
  );
  useHotkeys(
    commands.flatMap(({ keys, run }) => (keys !== undefined && isChord(keys) ? [[keys, run]] : [])),
    [],
    true,
  );
  const close = (): void => setOpened(undefined);
  useAhead(loadPalette);
  return (
    <Suspense>
      {opened === 'palette' && <Palette commands={commands} onClose={close} />}
      {opened === 'shortcuts' && <ShortcutSheet commands={commands} onClose={close} />}
    </Suspense>
  );
};

const isChord = (keys: string): boolean => keys.startsWith('mod+');

/** Fields without letters: where a checkbox has the focus, shortcuts mean what they mean beside it. */
const LETTERLESS = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file'];

const DIALOG = '[role="dialog"][aria-modal="true"]';

const unlessTyped =
  (run: () => void) =>
  (event: KeyboardEvent): void => {
    const { target } = event;
    if (target instanceof HTMLInputElement && !LETTERLESS.includes(target.type)) return;
    // What is behind a dialog is not to be reached.
    if (document.querySelector(DIALOG) !== null) return;
    event.preventDefault();
    run();
  };
