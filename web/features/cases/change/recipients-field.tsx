import { useTranslation } from 'react-i18next';
import { PickMany } from '../../../ui/pick/pick-many.tsx';
import { personOption } from '../../people/person-option.tsx';
import { usePeopleSearch } from '../../people/use-people-search.ts';
import type { FullCase } from '../cases.queries.ts';
import { PeopleNames } from '../people-names.tsx';

type Recipients = FullCase['recipients'];

interface RecipientsFieldProps {
  readonly spaceId: number;
  readonly value: Recipients;
  readonly isBoxed?: boolean;
  readonly onPick: (recipients: Recipients) => void;
}

/** Who is kept informed. */
export const RecipientsField = ({ spaceId, value, isBoxed = false, onPick }: RecipientsFieldProps) => {
  const { t } = useTranslation();
  const { people, search } = usePeopleSearch(spaceId);
  const known = new Map([...people, ...value].map((each) => [String(each.id), each]));
  return (
    <PickMany
      {...search}
      isBoxed={isBoxed}
      label={t('field.recipients')}
      options={people.map(personOption)}
      values={value.map(personOption)}
      chosen={value.map(({ displayName }) => displayName).join(', ') || t('field.nobody')}
      onPick={(picked) =>
        onPick(
          picked.map(({ value: id, label }) => {
            const { username = '', avatarUrl = null } = known.get(id) ?? {};
            return { id: Number(id), username, displayName: label, avatarUrl };
          }),
        )
      }
    >
      <PeopleNames people={value} />
    </PickMany>
  );
};
