import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PickOption } from '../../../ui/pick/option.ts';
import { PickOne } from '../../../ui/pick/pick-one.tsx';
import { type FoundCase, useCaseSearch } from './use-case-search.ts';

interface CaseFieldProps {
  readonly label: string;
  /** The space whose cases are offered before anything is typed; those of all spaces are searched. */
  readonly spaceId: number;
  /** The case that cannot be chosen. */
  readonly exceptId: number;
  readonly value: FoundCase | null;
  readonly isBusy?: boolean;
  readonly onPick: (found: FoundCase) => void;
}

const asOption = ({ id, title }: FoundCase): PickOption => ({
  value: String(id),
  label: `${id} · ${title}`,
  look: (
    <Text inherit style={{ overflowWrap: 'anywhere' }}>
      {id} · <bdi>{title}</bdi>
    </Text>
  ),
});

/** Another case, by its number or by words that are in it. */
export const CaseField = ({ label, spaceId, exceptId, value, isBusy = false, onPick }: CaseFieldProps) => {
  const { t } = useTranslation();
  const { found, ...search } = useCaseSearch(spaceId);
  const offered = found.filter(({ id }) => id !== exceptId);
  const chosen = value === null ? t('links.choose') : `${value.id} · ${value.title}`;
  return (
    <PickOne
      {...search}
      label={label}
      options={offered.map(asOption)}
      value={value === null ? null : String(value.id)}
      chosen={chosen}
      width="target"
      isBoxed
      onPick={(picked) => {
        const other = offered.find(({ id }) => String(id) === picked);
        if (other !== undefined && !isBusy) onPick(other);
      }}
    >
      <Text inherit truncate c={value === null ? 'dimmed' : undefined}>
        {chosen}
      </Text>
    </PickOne>
  );
};
