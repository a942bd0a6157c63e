import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Person } from '../../../ui/person.tsx';
import { When } from '../../../ui/when.tsx';
import { personQuery } from '../../people/person.queries.ts';
import styles from './timeline.module.css';
import type { AddedFiles } from './timeline-of.ts';

/** Files that somebody has added: who, when, which. */
export const FilesItem = ({ files: { uploaderId, at, added } }: { readonly files: AddedFiles }) => {
  const { t } = useTranslation();
  const { data } = useQuery(personQuery(uploaderId));
  const name = data?.displayName ?? `#${uploaderId}`;
  return (
    <Stack component="article" gap={4} className={styles.change} aria-label={t('history.filesBy', { name })}>
      <Group gap="xs">
        <Person name={name} picture={data?.avatarUrl} />
        <Text size="xs" c="dimmed">
          {t('history.filesAdded', { count: added.length })} · <When at={at} />
        </Text>
      </Group>
      {added.map((file) => (
        <Text key={file.id} inherit style={{ overflowWrap: 'anywhere' }}>
          <bdi>{file.name}</bdi>
        </Text>
      ))}
    </Stack>
  );
};
