import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../people/me.queries.ts';
import type { InboxFilter } from './inbox.queries.ts';

interface InboxFiltersProps {
  readonly filter: InboxFilter;
  readonly onChange: (filter: InboxFilter) => void;
  /** Undefined as long as there is nothing to mark, or the list is not there: only what was shown is marked. */
  readonly onReadAll: (() => void) | undefined;
}

/** Which notifications are shown, and the end of all of them at once. */
export const InboxFilters = ({ filter, onChange, onReadAll }: InboxFiltersProps) => {
  const { t } = useTranslation();
  const { spaces } = useMe();
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('inbox.show')}
        value={filter.unread === true ? 'unread' : 'all'}
        onChange={(value) => onChange({ ...filter, unread: value === 'unread' ? true : undefined })}
        data={[
          { value: 'all', label: t('inbox.all') },
          { value: 'unread', label: t('inbox.onlyUnread') },
        ]}
      />
      <Select
        size="xs"
        w={180}
        aria-label={t('inbox.space')}
        placeholder={t('inbox.everySpace')}
        clearable
        value={filter.space === undefined ? null : String(filter.space)}
        onChange={(value) => onChange({ ...filter, space: value === null ? undefined : Number(value) })}
        data={spaces.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Button
        size="xs"
        variant="default"
        disabled={onReadAll === undefined}
        leftSection={<IconChecks size={14} aria-hidden />}
        onClick={onReadAll}
      >
        {t('inbox.readAll')}
      </Button>
    </Group>
  );
};
