import { useTranslation } from 'react-i18next';
import { Person } from '../../../ui/person.tsx';
import { AssigneeField } from '../change/assignee-field.tsx';
import { RecipientsField } from '../change/recipients-field.tsx';
import { PeopleNames } from '../people-names.tsx';
import { Property } from './property.tsx';
import type { PropertyPart } from './property-part.ts';

/** Who works on a case, and who hears of it. */
export const PeopleProperties = ({ case: found, rights, onChange }: PropertyPart) => {
  const { t } = useTranslation();
  const { assignee, recipients, spaceId } = found;
  return (
    <>
      <Property name="assignee" label={t('field.assignee')}>
        {rights.has('AssignToUser') ? (
          <AssigneeField
            spaceId={spaceId}
            value={assignee}
            onPick={(picked) => {
              const assigneeId = picked?.id ?? null;
              onChange({ patch: { assigneeId }, shown: { assigneeId, assignee: picked } });
            }}
          />
        ) : assignee === null ? (
          t('field.nobody')
        ) : (
          <Person name={assignee.displayName} picture={assignee.avatarUrl} />
        )}
      </Property>
      <Property name="recipients" label={t('field.recipients')}>
        {rights.has('AddRecipients') ? (
          <RecipientsField
            spaceId={spaceId}
            value={recipients}
            onPick={(picked) => {
              const recipientIds = picked.map(({ id }) => id);
              onChange({ patch: { recipientIds }, shown: { recipientIds, recipients: picked } });
            }}
          />
        ) : (
          <PeopleNames people={recipients} />
        )}
      </Property>
    </>
  );
};
