import { useTranslation } from 'react-i18next';
import { PickOne } from '../../../ui/pick/pick-one.tsx';
import { useMe } from '../../people/me.queries.ts';
import type { Right } from './rights-on-case.ts';

interface SpaceFieldProps {
  readonly value: { readonly id: number; readonly name: string } | null;
  /** What it takes in a space to choose it. */
  readonly right: Right;
  readonly isBoxed?: boolean;
  readonly onPick: (space: { readonly id: number; readonly name: string }) => void;
}

/** The space of a case. */
export const SpaceField = ({ value, right, isBoxed = false, onPick }: SpaceFieldProps) => {
  const { t } = useTranslation();
  const spaces = useMe().spaces.filter(({ rights }) => rights.includes(right));
  return (
    <PickOne
      label={t('field.space')}
      options={spaces.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value.id)}
      chosen={value?.name ?? t('field.none')}
      isBoxed={isBoxed}
      onPick={(picked) => {
        const found = spaces.find(({ id }) => String(id) === picked);
        if (found !== undefined) onPick({ id: found.id, name: found.name });
      }}
    />
  );
};
