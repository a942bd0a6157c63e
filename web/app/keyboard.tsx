import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, useOfferedCommands } from '../ui/commands.ts';
import { useAhead } from '../ui/use-ahead.ts';
import { usePlaces } from './places.ts';
import { useCommandKeys } from './use-command-keys.ts';

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
  useCommandKeys(commands);
  const close = (): void => setOpened(undefined);
  useAhead(loadPalette);
  return (
    <Suspense>
      {opened === 'palette' && <Palette commands={commands} onClose={close} />}
      {opened === 'shortcuts' && <ShortcutSheet commands={commands} onClose={close} />}
    </Suspense>
  );
};
