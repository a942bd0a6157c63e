import { IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './panel.module.css';

interface PeekButtonProps {
  readonly caseId: number;
  readonly onPeek: () => void;
}

/** Looks at a case without leaving what is on the page. */
export const PeekButton = ({ caseId, onPeek }: PeekButtonProps) => {
  const { t } = useTranslation();
  const label = t('case.peek', { id: caseId });
  return (
    <button
      type="button"
      className={styles.peek}
      data-peek
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.preventDefault();
        onPeek();
      }}
    >
      <IconLayoutSidebarRightExpand size={16} aria-hidden />
    </button>
  );
};
