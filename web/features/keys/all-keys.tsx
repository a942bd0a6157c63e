import { Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../ui/listed.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Things } from '../../ui/things.tsx';
import { PersonFilter } from '../people/person-filter.tsx';
import { KeyRow } from './key-row.tsx';
import { KeyStateControl } from './key-state-control.tsx';
import { allKeysQuery, type KeyState } from './keys.queries.ts';

/** The keys of everybody in the workspace. */
export const AllKeys = () => {
  const { t } = useTranslation();
  const [state, setState] = useState<KeyState>('active');
  const [ownerId, setOwnerId] = useState<number>();
  const list = useInfiniteQuery(allKeysQuery(ownerId, state));
  const keys = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('admin.parts.keys')} hint={t('key.allIntro')}>
      <Group gap="xs">
        <PersonFilter label={t('key.owner')} everybody={t('key.everybody')} onChange={setOwnerId} />
        <KeyStateControl value={state} onChange={setState} />
      </Group>
      <Listed list={list} isEmpty={keys.length === 0} empty={t('key.none')}>
        <Stack gap="xs">
          <Things label={t('admin.parts.keys')}>
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} owner={key.owner} />
            ))}
          </Things>
          <MoreButton list={list} />
        </Stack>
      </Listed>
    </Section>
  );
};
