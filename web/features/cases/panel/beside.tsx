import { useMediaQuery } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense } from 'react';
import { Loading } from '../../../ui/loading.tsx';
import styles from './panel.module.css';
import type { Peek } from './use-peek.ts';

const CasePanel = lazy(async () => ({ default: (await import('./case-panel.tsx')).CasePanel }));

/** Where there is no room for both, as the style of the panel knows as well. */
const COVERED = '(max-width: 62em)';

interface BesideProps {
  readonly peek: Peek;
  readonly children: ReactNode;
}

/** A page with, beside it, the case that one looks at. */
export const Beside = ({ peek, children }: BesideProps) => {
  const isCovered = useMediaQuery(COVERED) === true && peek.caseId !== undefined;
  return (
    <div className={styles.frame}>
      <div className={styles.page} inert={isCovered}>
        {children}
      </div>
      {peek.caseId !== undefined && (
        <div className={styles.panel}>
          <Suspense fallback={<Loading />}>
            <CasePanel caseId={peek.caseId} onClose={peek.close} />
          </Suspense>
        </div>
      )}
    </div>
  );
};
