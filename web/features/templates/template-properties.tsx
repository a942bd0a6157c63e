import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/labelled.tsx';
import { AssigneeField } from '../cases/change/assignee-field.tsx';
import { ChoiceField } from '../cases/change/choice-field.tsx';
import { TagsField } from '../cases/change/tags-field.tsx';
import type { TemplateParts } from './templates.queries.ts';

interface TemplatePropertiesProps {
  readonly place: { readonly spaceId: number; readonly projectId: number };
  readonly said: TemplateParts;
  readonly onChange: (change: Partial<TemplateParts>) => void;
}

/** What a template says beside the texts. */
export const TemplateProperties = ({ place, said, onChange }: TemplatePropertiesProps) => {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
      <Labelled label={t('field.section')}>
        <ChoiceField
          kind="section"
          place={place}
          value={said.section}
          isBoxed
          onPick={(section) => onChange({ section })}
        />
      </Labelled>
      <Labelled label={t('field.priority')}>
        <ChoiceField
          kind="priority"
          place={place}
          value={said.priority}
          isBoxed
          canBeNone
          onPick={(priority) => onChange({ priority })}
        />
      </Labelled>
      <Labelled label={t('field.assignee')}>
        <AssigneeField
          spaceId={place.spaceId}
          value={said.assignee}
          isBoxed
          onPick={(assignee) => onChange({ assignee })}
        />
      </Labelled>
      <Labelled label={t('field.tags')}>
        <TagsField spaceId={place.spaceId} value={said.tags} isBoxed onPick={(tags) => onChange({ tags })} />
      </Labelled>
    </SimpleGrid>
  );
};
