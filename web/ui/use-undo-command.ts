import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from './commands.ts';

/** Offers to take back what a message tells of, by the keys that everybody knows for it, while that can be done. */
export const useUndoCommand = (message: string, undo: (() => void) | undefined): void => {
  const { t } = useTranslation();
  const id = useId();
  const label = t('commands.undo', { message });
  useCommands(undo === undefined ? [] : [{ id, label, group: t('commands.anywhere'), keys: 'mod+Z', run: undo }]);
};
