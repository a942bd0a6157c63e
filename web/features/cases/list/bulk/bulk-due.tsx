import { Group, Popover, Skeleton } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickTarget } from '../../../../ui/pick/pick-target.tsx';
import type { BulkPart } from './bulk-part.ts';

const BulkCalendar = lazy(async () => ({ default: (await import('./bulk-calendar.tsx')).BulkCalendar }));

/** How big the calendar is while it is on its way, in pixels. */
const CALENDAR = { w: 250, h: 290 };

/** The day on which all cases are to be due. */
export const BulkDue = ({ onChange }: Pick<BulkPart, 'onChange'>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const label = t('field.dueAt');
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" returnFocus withinPortal>
      <Popover.Target>
        <PickTarget
          label={t('list.bulk.set', { label })}
          chosen={t('list.bulk.keep')}
          isBoxed
          property="dueAt"
          onClick={() => setOpen(!isOpen)}
        >
          <Group gap={4} wrap="nowrap" component="span">
            {label}
            <IconChevronUp size={13} aria-hidden />
          </Group>
        </PickTarget>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense fallback={<Skeleton {...CALENDAR} />}>
          <BulkCalendar
            onPick={(dueOn) => {
              setOpen(false);
              onChange({ dueOn });
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
};
