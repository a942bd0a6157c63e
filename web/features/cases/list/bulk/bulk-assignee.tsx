import { useTranslation } from 'react-i18next';
import { matching } from '../../../../ui/pick/option.ts';
import { personOption } from '../../../people/person-option.tsx';
import { usePeopleSearch } from '../../../people/use-people-search.ts';
import type { BulkPart } from './bulk-part.ts';
import { BulkPick } from './bulk-pick.tsx';
import { idOf, noneOf } from './none.ts';

interface BulkAssigneeProps extends Pick<BulkPart, 'onChange'> {
  /** The only space; undefined for several, of which some may be closed to whoever is chosen: those cases are refused. */
  readonly spaceId: number | undefined;
}

/** Who is to work on all cases. */
export const BulkAssignee = ({ spaceId, onChange }: BulkAssigneeProps) => {
  const { t } = useTranslation();
  const { people, typed, search } = usePeopleSearch(spaceId);
  return (
    <BulkPick
      property="assignee"
      label={t('field.assignee')}
      options={[...matching([noneOf(t('field.nobody'))], typed), ...people.map(personOption)]}
      {...search}
      onPick={(value) => onChange({ assigneeId: idOf(value) })}
    />
  );
};
