import { Group } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PickOption } from '../../../../ui/pick/option.ts';
import { PickOne } from '../../../../ui/pick/pick-one.tsx';
import type { ManyName } from '../../change/property-keys.ts';

interface BulkPickProps {
  readonly property: ManyName;
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly isLoading?: boolean;
  readonly onSearch?: (typed: string) => void;
  readonly onOpen?: () => void;
  readonly onPick: (value: string) => void;
}

/** What all cases that are selected are to have. */
export const BulkPick = ({ label, ...props }: BulkPickProps) => {
  const { t } = useTranslation();
  return (
    <PickOne label={t('list.bulk.set', { label })} value={null} chosen={t('list.bulk.keep')} isBoxed {...props}>
      <Group gap={4} wrap="nowrap" component="span">
        {label}
        <IconChevronUp size={13} aria-hidden />
      </Group>
    </PickOne>
  );
};
