import { ActionIcon, Badge, Group, Menu, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseChange } from '../../../../src/client/index.ts';
import { Person } from '../../../ui/person.tsx';
import { When } from '../../../ui/when.tsx';
import { EntryLine } from './entry-line.tsx';
import { usePropertyName } from './property-name.ts';
import styles from './timeline.module.css';
import { isCreation } from './timeline-of.ts';
import { useRevert } from './use-revert.tsx';

interface ChangeItemProps {
  readonly change: CaseChange;
  readonly mayUndo: boolean;
  readonly onLookBack: (revision: number) => void;
}

/** One change of a case: who, when, what; and the way back. */
export const ChangeItem = ({ change, mayUndo, onLookBack }: ChangeItemProps) => {
  const { t } = useTranslation();
  const name = change.actor?.displayName ?? t('history.server');
  const isFirst = isCreation(change);
  return (
    <Stack component="article" gap={4} className={styles.change} aria-label={t('history.change', { name })}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="xs">
          <Person name={name} picture={change.actor?.avatarUrl} />
          <Text size="xs" c="dimmed">
            {isFirst && `${t('history.created')} · `}
            <When at={change.at} />
          </Text>
          {change.reverts !== null && (
            <Badge size="sm" variant="default" tt="none">
              {t('history.reverts')}
            </Badge>
          )}
        </Group>
        <ChangeMenu change={change} mayUndo={mayUndo && !isFirst} onLookBack={onLookBack} />
      </Group>
      {!isFirst && change.entries.map((entry) => <EntryLine key={entry.id} entry={entry} />)}
    </Stack>
  );
};

const ChangeMenu = ({ change, mayUndo, onLookBack }: ChangeItemProps) => {
  const { t } = useTranslation();
  const nameOf = usePropertyName();
  const { mutate: revert } = useRevert();
  const { caseId, entries, revision } = change;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('history.menu')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayUndo && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => revert({ caseId, body: { revision } })}
          >
            {t('history.undo')}
          </Menu.Item>
        )}
        {mayUndo &&
          entries.length > 1 &&
          entries.map(({ id, property }) => (
            <Menu.Item key={id} pl={36} onClick={() => revert({ caseId, body: { entryId: id } })}>
              {t('history.undoOnly', { property: nameOf(property) })}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => onLookBack(revision)}>
          {t('history.lookBack')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
