import { useTranslation } from 'react-i18next';
import { TagsField } from '../change/tags-field.tsx';
import { TagBadges } from '../tag-badges.tsx';
import { Property } from './property.tsx';
import type { PropertyPart } from './property-part.ts';

/** The tags of a case. */
export const TagsProperty = ({ case: found, rights, onChange }: PropertyPart) => {
  const { t } = useTranslation();
  return (
    <Property name="tags" label={t('field.tags')}>
      {rights.has('Update') ? (
        <TagsField
          spaceId={found.spaceId}
          value={found.tags}
          onPick={(tags) => onChange({ patch: { tags }, shown: { tags } })}
        />
      ) : (
        <TagBadges tags={found.tags} />
      )}
    </Property>
  );
};
