import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../src/client/index.ts';
import { useAuditValue } from './audit-value.ts';

/** What the sentence says already, or what says nothing. */
const isTold = ({ property, newValue }: AuditEntry['changes'][number]): boolean =>
  property === 'name' || property === 'into' || (newValue === null && property !== 'dueAt' && property !== 'color');

/** What changed, with what was before and what is now where that is kept. */
export const AuditChanges = ({ entry }: { readonly entry: AuditEntry }) => {
  const { t, i18n } = useTranslation();
  const inWords = useAuditValue();
  const changes = entry.changes.filter((change) => !isTold(change) && i18n.exists(`audit.property.${change.property}`));
  return changes.map(({ property, oldValue, newValue }) => (
    <div key={property}>
      {t(`audit.property.${property as 'role'}`)}
      {newValue !== undefined && ': '}
      {oldValue !== undefined && (
        <>
          <del>{inWords(property, oldValue)}</del> <span aria-hidden>→</span>{' '}
        </>
      )}
      {newValue !== undefined && <ins>{inWords(property, newValue)}</ins>}
    </div>
  ));
};
