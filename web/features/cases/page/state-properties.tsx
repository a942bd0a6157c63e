import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../change/choice-field.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { Property } from './property.tsx';
import type { PropertyPart } from './property-part.ts';

/** How far a case is, and how urgent. */
export const StateProperties = ({ case: found, rights, onChange }: PropertyPart) => {
  const { t } = useTranslation();
  const { status, priority } = found;
  return (
    <>
      <Property name="status" label={t('field.status')}>
        {rights.has('UpdateIssueStatus') ? (
          <ChoiceField
            kind="status"
            place={found}
            value={status}
            look={(each) => <StatusBadge status={each} />}
            onPick={(picked) => {
              if (picked === null) return;
              onChange({ patch: { statusId: picked.id }, shown: { statusId: picked.id, status: picked } });
            }}
          >
            <StatusBadge status={status} />
          </ChoiceField>
        ) : (
          <StatusBadge status={status} />
        )}
      </Property>
      <Property name="priority" label={t('field.priority')}>
        {rights.has('UpdateIssuePriority') ? (
          <ChoiceField
            kind="priority"
            place={found}
            value={priority}
            onPick={(picked) => {
              if (picked === null) return;
              onChange({ patch: { priorityId: picked.id }, shown: { priorityId: picked.id, priority: picked } });
            }}
          />
        ) : (
          priority.name
        )}
      </Property>
    </>
  );
};
