import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Person } from '../../../ui/person.tsx';
import { matching } from '../../../ui/pick/option.ts';
import { PickOne } from '../../../ui/pick/pick-one.tsx';
import { useMe } from '../../people/me.queries.ts';
import { personOption } from '../../people/person-option.tsx';
import { usePeopleSearch } from '../../people/use-people-search.ts';
import type { FullCase } from '../cases.queries.ts';

type Somebody = NonNullable<FullCase['assignee']>;

interface AssigneeFieldProps {
  readonly spaceId: number;
  readonly value: Somebody | null;
  readonly isBoxed?: boolean;
  readonly onPick: (assignee: Somebody | null) => void;
}

const NOBODY = 'nobody';

/** Who works on a case: whoever can see its space, oneself first, or nobody. */
export const AssigneeField = ({ spaceId, value, isBoxed = false, onPick }: AssigneeFieldProps) => {
  const { t } = useTranslation();
  const me = useMe();
  const { people, typed, search } = usePeopleSearch(spaceId);
  const mineFirst = [...people].sort((one, other) => Number(other.id === me.id) - Number(one.id === me.id));
  const nobody = { value: NOBODY, label: t('field.nobody'), look: <Text inherit>{t('field.nobody')}</Text> };
  return (
    <PickOne
      {...search}
      label={t('field.assignee')}
      // Whoever types a name and presses Enter means that person.
      options={[...matching([nobody], typed), ...mineFirst.map(personOption)]}
      value={value === null ? NOBODY : String(value.id)}
      chosen={value?.displayName ?? t('field.nobody')}
      isBoxed={isBoxed}
      onPick={(picked) => {
        const found = people.find(({ id }) => String(id) === picked);
        onPick(
          found
            ? { id: found.id, username: found.username, displayName: found.displayName, avatarUrl: found.avatarUrl }
            : null,
        );
      }}
    >
      {value === null ? (
        <Text span inherit c="dimmed">
          {t('field.nobody')}
        </Text>
      ) : (
        <Person name={value.displayName} picture={value.avatarUrl} />
      )}
    </PickOne>
  );
};
