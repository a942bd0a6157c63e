import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BulkRequest } from '../../../../../src/client/index.ts';
import { matching } from '../../../../ui/pick/option.ts';
import { PickMany } from '../../../../ui/pick/pick-many.tsx';
import { personOption } from '../../../people/person-option.tsx';
import { usePeopleSearch } from '../../../people/use-people-search.ts';
import { type Choice, projectChoicesQuery, spaceChoicesQuery, tagsQuery } from '../../../spaces/choices.queries.ts';
import { BulkPick } from './bulk-pick.tsx';

interface BulkFieldsProps {
  readonly spaceId: number;
  /** The one project of all of them, when there is one. */
  readonly projectId: number | undefined;
  readonly onChange: (changes: BulkRequest['changes']) => void;
}

const NOBODY = 'none';
const idOf = (value: string): number | null => (value === NOBODY ? null : Number(value));

/** What many cases of one space can be set to. */
export const BulkFields = ({ spaceId, projectId, onChange }: BulkFieldsProps) => {
  const { t } = useTranslation();
  const statuses = useQuery({ ...spaceChoicesQuery('status', spaceId) });
  const priorities = useQuery({ ...spaceChoicesQuery('priority', spaceId) });
  const inProject = projectId !== undefined;
  const milestones = useQuery({
    ...projectChoicesQuery('milestone', spaceId, projectId ?? 0),
    enabled: inProject,
  });
  const tags = useQuery({ ...tagsQuery(spaceId, '') });
  const { people, typed, search } = usePeopleSearch(spaceId);
  return (
    <>
      <BulkPick
        property="status"
        label={t('field.status')}
        options={usable(statuses.data)}
        onPick={(value) => onChange({ statusId: Number(value) })}
      />
      <BulkPick
        property="priority"
        label={t('field.priority')}
        options={usable(priorities.data)}
        onPick={(value) => onChange({ priorityId: Number(value) })}
      />
      <BulkPick
        property="assignee"
        label={t('field.assignee')}
        options={[...matching([{ value: NOBODY, label: t('field.nobody') }], typed), ...people.map(personOption)]}
        {...search}
        onPick={(value) => onChange({ assigneeId: idOf(value) })}
      />
      {inProject && (
        <BulkPick
          property="milestone"
          label={t('field.milestone')}
          options={[{ value: NOBODY, label: t('field.none') }, ...usable(milestones.data)]}
          onPick={(value) => onChange({ milestoneId: idOf(value) })}
        />
      )}
      <PickMany
        property="tags"
        label={t('list.bulk.replaceTags')}
        chosen={t('list.bulk.keep')}
        isBoxed
        canAdd
        options={(tags.data ?? []).map((tag) => ({ value: tag, label: tag }))}
        values={[]}
        onPick={(picked) => onChange({ tags: picked.map(({ value }) => value) })}
      >
        {t('list.bulk.replaceTags')}
      </PickMany>
    </>
  );
};

const usable = (choices: readonly Choice[] = []) =>
  choices.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: String(id), label: name }));
