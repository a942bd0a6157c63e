import { Checkbox, Radio, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../src/client/index.ts';

type Right = Me['rights'][number];
/** Null for all that one has; none for reading only. */
export type ChosenRights = readonly Right[] | null;

interface RightsFieldProps {
  readonly own: readonly Right[];
  readonly value: ChosenRights;
  readonly onChange: (rights: ChosenRights) => void;
}

/** What a key may do at the most. */
export const RightsField = ({ own, value, onChange }: RightsFieldProps) => {
  const { t } = useTranslation();
  const which = value === null ? 'all' : 'some';
  return (
    <Stack gap="xs">
      <Radio.Group label={t('key.rights')} value={which} onChange={(chosen) => onChange(chosen === 'all' ? null : [])}>
        <Stack gap={6} mt={4}>
          <Radio value="all" label={t('key.which.all')} />
          <Radio value="some" label={t('key.which.some')} />
        </Stack>
      </Radio.Group>
      {value !== null && (
        <Checkbox.Group
          aria-label={t('key.which.some')}
          description={value.length === 0 ? t('key.which.none') : undefined}
          value={[...value]}
          onChange={(chosen) => onChange(own.filter((right) => chosen.includes(right)))}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6} ps="lg" mt={6}>
            {own.map((right) => (
              <Checkbox key={right} value={right} label={t(`key.rightNames.${right}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      )}
    </Stack>
  );
};
