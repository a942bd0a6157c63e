import { Group, Select } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../cases/status-badge.tsx';
import { type StatusColor, statusColors } from '../../cases/status-colors.ts';

interface ColorSelectProps {
  /** What gets the colour. */
  readonly status: { readonly isClosed: boolean };
  readonly value: StatusColor;
  readonly onChange: (color: StatusColor) => void;
}

const USUAL = 'usual';

/** The colour of a status, shown as it will look. */
export const ColorSelect = ({ status: { isClosed }, value, onChange }: ColorSelectProps) => {
  const { t } = useTranslation();
  const labels = new Map<string, string>([
    [USUAL, t('choice.usualColor')],
    ...statusColors.map((color) => [color, t(`choice.colors.${color}`)] as const),
  ]);
  const colorOf = (name: string | null): StatusColor => statusColors.find((each) => each === name) ?? null;
  return (
    <Select
      label={t('choice.color')}
      allowDeselect={false}
      data={[...labels].map(([name, label]) => ({ value: name, label }))}
      value={value ?? USUAL}
      onChange={(name) => onChange(colorOf(name))}
      renderOption={({ option, checked }) => (
        <Group gap="xs" justify="space-between" w="100%">
          <StatusBadge status={{ name: option.label, isClosed, color: colorOf(option.value) }} />
          {checked === true && <IconCheck size={14} aria-hidden />}
        </Group>
      )}
    />
  );
};
