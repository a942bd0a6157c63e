import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Joined } from '../../../ui/joined.tsx';
import { localeOf } from '../../../ui/locale.ts';
import type { ConfiguredChoice } from './choice-kinds.ts';

const marks = ['default', 'closed', 'completed', 'archived'] as const;

/** What is special about a choice. */
export const ChoiceBadges = ({ choice }: { readonly choice: ConfiguredChoice }) => {
  const { t } = useTranslation();
  const { isDefault, isClosed, isCompleted, archived } = choice;
  const has = { default: isDefault, closed: isClosed, completed: isCompleted, archived };
  return marks
    .filter((mark) => has[mark] === true)
    .map((mark) => (
      <Badge key={mark} size="sm" variant="light" tt="none" color={mark === 'default' ? 'pine' : 'gray'}>
        {t(`choice.${mark}`)}
      </Badge>
    ));
};

/** What else is known of a choice. */
export const ChoiceFacts = ({ choice }: { readonly choice: ConfiguredChoice }) => {
  const { t, i18n } = useTranslation();
  const { cssClass = '', dueAt = null, progress } = choice;
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium' });
  return (
    <Joined>
      {[
        cssClass !== '' && t('choice.cssClass', { name: cssClass }),
        dueAt !== null && t('choice.due', { when: day.format(new Date(dueAt)) }),
        progress !== undefined && progress.total > 0 && t('choice.progress', progress),
      ]}
    </Joined>
  );
};
