import { Button, FocusTrap, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../../ui/day-input.tsx';

interface BulkCalendarProps {
  readonly onPick: (day: string | null) => void;
}

/** The days to choose from, and none of them. One press is the whole choice: what is typed half way would be one too. */
export const BulkCalendar = ({ onPick }: BulkCalendarProps) => {
  const { t } = useTranslation();
  const today = localDay(new Date());
  return (
    <FocusTrap>
      <Stack gap="xs">
        <DayPicker
          value={null}
          onChange={(day) => day !== null && onPick(day)}
          getDayProps={(day) => ({ 'data-autofocus': day === today || undefined })}
        />
        <Button size="compact-sm" variant="default" onClick={() => onPick(null)}>
          {t('field.noDueDate')}
        </Button>
      </Stack>
    </FocusTrap>
  );
};

const MINUTE_MS = 60_000;

/** The day that it is here, as 2026-11-24. */
const localDay = (now: Date): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 10);
