import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../ui/day-input.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { dayIn } from '../../../ui/times.ts';
import { AssigneeField } from '../change/assignee-field.tsx';
import { ChoiceField } from '../change/choice-field.tsx';
import { RecipientsField } from '../change/recipients-field.tsx';
import { TagsField } from '../change/tags-field.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { NewCaseDraft } from './new-case-draft.ts';
import type { useNewCase } from './use-new-case.ts';

interface NewCasePropertiesProps {
  readonly writing: ReturnType<typeof useNewCase>;
  readonly onChange: (change: Partial<NewCaseDraft>) => void;
}

/** What a new case is beside its texts; all but the project can be left as the space says. */
export const NewCaseProperties = ({ writing, onChange }: NewCasePropertiesProps) => {
  const { t, i18n } = useTranslation();
  const { draft, space, project, status, priority, rights } = writing;
  if (space === undefined) return null;
  const place = { spaceId: space.id, projectId: project?.id ?? 0 };
  const choice = { place, isBoxed: true };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs">
      <Labelled label={t('field.project')}>
        <ChoiceField
          {...choice}
          kind="project"
          value={project ?? null}
          onPick={(picked) =>
            picked && onChange({ project: picked, section: null, milestone: null, template: undefined })
          }
        />
      </Labelled>
      <Labelled label={t('field.section')}>
        <ChoiceField
          {...choice}
          kind="section"
          value={draft.section ?? null}
          onPick={(section) => onChange({ section })}
        />
      </Labelled>
      <Labelled label={t('field.milestone')}>
        <ChoiceField
          {...choice}
          kind="milestone"
          value={draft.milestone ?? null}
          onPick={(milestone) => onChange({ milestone })}
        />
      </Labelled>
      {rights.has('UpdateIssueStatus') && status && (
        <Labelled label={t('field.status')}>
          <ChoiceField
            {...choice}
            kind="status"
            value={status}
            look={(each) => <StatusBadge status={each} />}
            onPick={(picked) => picked && onChange({ status: picked })}
          >
            <StatusBadge status={status} />
          </ChoiceField>
        </Labelled>
      )}
      {rights.has('UpdateIssuePriority') && priority && (
        <Labelled label={t('field.priority')}>
          <ChoiceField
            {...choice}
            kind="priority"
            value={priority}
            onPick={(picked) => picked && onChange({ priority: picked })}
          />
        </Labelled>
      )}
      {rights.has('AssignToUser') && (
        <Labelled label={t('field.assignee')}>
          <AssigneeField
            spaceId={space.id}
            value={draft.assignee ?? null}
            isBoxed
            onPick={(assignee) => onChange({ assignee })}
          />
        </Labelled>
      )}
      <KeptInformed writing={writing} onChange={onChange} />
      <DayInput
        label={t('field.dueAt')}
        labelProps={{ fz: 'xs' }}
        placeholder={t('field.none')}
        valueFormat={(day) => dayIn(day, i18n.language)}
        clearable
        clearButtonProps={{ 'aria-label': t('field.noDueDate') }}
        value={draft.dueOn ?? null}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      <Labelled label={t('field.tags')}>
        <TagsField spaceId={space.id} value={draft.tags ?? []} isBoxed onPick={(tags) => onChange({ tags })} />
      </Labelled>
    </SimpleGrid>
  );
};

const KeptInformed = ({ writing: { draft, space, rights }, onChange }: NewCasePropertiesProps) => {
  const { t } = useTranslation();
  if (space === undefined || !rights.has('AddRecipients')) return null;
  return (
    <Labelled label={t('field.recipients')}>
      <RecipientsField
        spaceId={space.id}
        value={draft.recipients ?? []}
        isBoxed
        onPick={(recipients) => onChange({ recipients })}
      />
    </Labelled>
  );
};
