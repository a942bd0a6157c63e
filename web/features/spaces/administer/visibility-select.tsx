import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const visibilities = ['private', 'public', 'isolated'] as const;
export type Visibility = (typeof visibilities)[number];

/** Who sees a space. */
export const VisibilitySelect = (props: Omit<SelectProps<Visibility>, 'data'>) => {
  const { t } = useTranslation();
  return (
    <Select
      label={t('space.visibility')}
      allowDeselect={false}
      {...props}
      data={visibilities.map((value) => ({ value, label: t(`space.visibilities.${value}`) }))}
    />
  );
};
