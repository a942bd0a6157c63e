import { useTranslation } from 'react-i18next';
import { CasekeepProblem } from '../../src/client/index.ts';
import { isUnreachable } from '../server/refusal.ts';

/** Why something did not work, in the words of the server where it said any. */
export const useReason = (): ((error: unknown) => string) => {
  const { t } = useTranslation();
  return (error) => {
    if (isUnreachable(error)) return t('failure.unreachable');
    if (!(error instanceof CasekeepProblem)) return error instanceof Error ? error.message : String(error);
    const fields = error.errors.map(({ field, problem }) => `${field} ${problem}`);
    return fields.length === 0 ? error.message : fields.join('; ');
  };
};
