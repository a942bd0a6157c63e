import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../change/choice-field.tsx';
import { Property } from './property.tsx';
import type { PropertyPart } from './property-part.ts';

/** Where a case belongs within its project. */
export const PlanProperties = ({ case: found, rights, onChange }: PropertyPart) => {
  const { t } = useTranslation();
  const { section, milestone } = found;
  const mayUpdate = rights.has('Update');
  return (
    <>
      <Property name="section" label={t('field.section')}>
        {mayUpdate ? (
          <ChoiceField
            kind="section"
            place={found}
            value={section}
            onPick={(picked) => {
              const sectionId = picked?.id ?? null;
              onChange({ patch: { sectionId }, shown: { sectionId, section: picked } });
            }}
          />
        ) : (
          (section?.name ?? t('field.none'))
        )}
      </Property>
      <Property name="milestone" label={t('field.milestone')}>
        {mayUpdate ? (
          <ChoiceField
            kind="milestone"
            place={found}
            value={milestone === null ? null : { id: milestone.id, name: milestone.title }}
            onPick={(picked) => {
              const milestoneId = picked?.id ?? null;
              const named = picked === null ? null : { id: picked.id, title: picked.name };
              onChange({ patch: { milestoneId }, shown: { milestoneId, milestone: named } });
            }}
          />
        ) : (
          (milestone?.title ?? t('field.none'))
        )}
      </Property>
    </>
  );
};
