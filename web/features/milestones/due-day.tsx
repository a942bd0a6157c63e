import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Milestone } from '../../../src/client/index.ts';
import { localeOf } from '../../ui/locale.ts';

/** When a milestone is due; in words too when that is over. Due dates are days, the same everywhere. */
export const DueDay = ({ milestone: { dueAt, isCompleted } }: { readonly milestone: Milestone }) => {
  const { t, i18n } = useTranslation();
  if (dueAt === null) return null;
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(dueAt),
  );
  const isOverdue = !isCompleted && dueAt.slice(0, 10) < new Date().toISOString().slice(0, 10);
  return (
    <Text
      size="sm"
      c={isOverdue ? 'light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))' : undefined}
      fw={isOverdue ? 600 : undefined}
    >
      <time dateTime={dueAt.slice(0, 10)}>{t(isOverdue ? 'milestones.overdue' : 'milestones.due', { day })}</time>
    </Text>
  );
};
