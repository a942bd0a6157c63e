import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseView } from '../page/case-view.tsx';
import styles from './panel.module.css';
import { PanelTools } from './panel-tools.tsx';
import { useEscape } from './use-escape.ts';

interface CasePanelProps {
  readonly caseId: number;
  readonly onClose: () => void;
}

/** A case beside the list or the board that it was found on: all that its page has. */
export const CasePanel = ({ caseId, onClose }: CasePanelProps) => {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const open = (): void => void navigate({ to: '/cases/$caseId', params: { caseId: String(caseId) } });
  useEscape(onClose);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case is read from its beginning
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
    // What had the focus may have belonged to the case before.
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [caseId]);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles.case}
      aria-label={t('case.number', { id: caseId })}
      onKeyDown={({ key, target, currentTarget }) => {
        if (key === 'Enter' && target === currentTarget) open();
      }}
    >
      <PanelTools caseId={caseId} onClose={onClose} />
      <CaseView caseId={caseId} isPanel onDeleted={onClose} />
    </section>
  );
};
