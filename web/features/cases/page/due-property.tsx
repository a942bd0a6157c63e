import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../ui/day-input.tsx';
import { dayIn } from '../../../ui/times.ts';
import { DueDate, useDueAt } from '../list/due-date.tsx';
import { Property } from './property.tsx';
import type { PropertyPart } from './property-part.ts';

/** A day that a case has from its milestone is a day, and no hint what to write. */
const asText = { input: { '--input-placeholder-color': 'var(--mantine-color-text)' } as CSSProperties };

/** When a case is due; without a day of its own, when its milestone is. */
export const DueProperty = ({ case: found, rights, onChange }: PropertyPart) => {
  const { t, i18n } = useTranslation();
  const dueAt = useDueAt(found);
  const isOfMilestone = found.dueOn === null && dueAt !== null;
  return (
    <Property name="dueAt" label={t('field.dueAt')}>
      {rights.has('Update') ? (
        <DayInput
          aria-label={t('field.dueAt')}
          variant="unstyled"
          size="sm"
          placeholder={dueAt === null ? t('field.none') : dayIn(dueAt, i18n.language)}
          description={isOfMilestone ? t('field.dueWithMilestone') : undefined}
          inputWrapperOrder={['input', 'description']}
          {...(isOfMilestone && { styles: asText })}
          valueFormat={(day) => dayIn(day, i18n.language)}
          clearable
          clearButtonProps={{ 'aria-label': t('field.noDueDate') }}
          value={found.dueOn}
          onChange={(dueOn) => onChange({ patch: { dueOn }, shown: { dueOn } })}
        />
      ) : dueAt === null ? (
        t('field.none')
      ) : (
        <DueDate case={found} />
      )}
    </Property>
  );
};
