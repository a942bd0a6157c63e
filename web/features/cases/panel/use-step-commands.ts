import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/commands.ts';

/** What the commands are called that go from case to case: the panel has buttons for them. */
export const NEXT = 'list-next';
export const PREVIOUS = 'list-previous';

interface Steps {
  /** Goes to the next case, or with −1 to the one before. */
  readonly step: (distance: 1 | -1) => void;
  /** Looks at the case where one is beside what is on the page, and how that is called. */
  readonly peek: () => void;
  readonly peekLabel: string;
}

/** Offers to go from case to case, and to look at one, wherever several are on the page. */
export const useStepCommands = ({ step, peek, peekLabel }: Steps): void => {
  const { t } = useTranslation();
  const group = t('cases.title');
  useCommands([
    { id: NEXT, label: t('list.keys.next'), group, keys: 'j', run: () => step(1) },
    { id: PREVIOUS, label: t('list.keys.previous'), group, keys: 'k', run: () => step(-1) },
    { id: 'list-peek', label: peekLabel, group, keys: 'p', run: peek },
  ]);
};
