import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyState } from './keys.queries.ts';

interface KeyStateControlProps {
  readonly value: KeyState;
  readonly onChange: (state: KeyState) => void;
}

/** Only keys that work, or the ended ones too. */
export const KeyStateControl = ({ value, onChange }: KeyStateControlProps) => {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      style={{ alignSelf: 'flex-start' }}
      aria-label={t('key.show')}
      value={value}
      onChange={onChange}
      data={[
        { value: 'active', label: t('key.active') },
        { value: 'all', label: t('key.all') },
      ]}
    />
  );
};
