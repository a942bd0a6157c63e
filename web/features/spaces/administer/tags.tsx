import { Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSearch } from '@tabler/icons-react';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedTag, Tag } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { Listed } from '../../../ui/listed.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { RenameButton } from '../../../ui/rename-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Thing, Things } from '../../../ui/things.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { useWrite } from '../../../ui/use-write.ts';

const usedTagsQuery = (spaceId: number, q: string) =>
  infiniteQueryOptions({
    queryKey: ['space', spaceId, 'used-tags', q],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      return await casekeep.listTags({ spaceId, ...(q === '' ? {} : { q }), ...cursor }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The tags that cases of a space have. */
export const Tags = ({ spaceId }: { readonly spaceId: number }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed);
  const list = useInfiniteQuery({ ...usedTagsQuery(spaceId, q), placeholderData: keepPreviousData });
  const tags = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('space.parts.tags')}>
      <TextInput
        maw={320}
        aria-label={t('space.tags.search')}
        placeholder={t('space.tags.search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Listed list={list} isEmpty={tags.length === 0} empty={t('space.tags.none')}>
        <Stack gap="xs">
          <Things label={t('space.parts.tags')}>
            {tags.map((tag) => (
              <OneTag key={tag.name} spaceId={spaceId} tag={tag} />
            ))}
          </Things>
          <MoreButton list={list} />
        </Stack>
      </Listed>
    </Section>
  );
};

const OneTag = ({ spaceId, tag: { name, caseCount } }: { readonly spaceId: number; readonly tag: Tag }) => {
  const { t } = useTranslation();
  const outdates = [['space', spaceId], ['cases'], ['case']];
  const tell = ({ changedCaseCount }: ChangedTag): void => {
    notifications.show({ message: t('space.tags.changed', { count: changedCaseCount }) });
  };
  const renaming = useWrite({
    write: (wanted: string) => casekeep.renameTag({ spaceId, body: { tag: name, name: wanted } }),
    ...{ outdates, onDone: tell, isRefusalShown: true },
  });
  const removing = useWrite({
    write: () => casekeep.removeTag({ spaceId, body: { tag: name } }),
    ...{ outdates, onDone: tell },
  });
  return (
    <Thing title={name} details={t('space.tags.cases', { count: caseCount })}>
      <RenameButton name={name} title={t('space.tags.rename')} renaming={renaming} />
      <ConfirmButton
        label={t('space.tags.remove')}
        aria-label={`${t('space.tags.remove')}: ${name}`}
        question={t('space.tags.removeOne', { name })}
        loading={removing.isPending}
        onConfirm={() => removing.mutate()}
      >
        {t('space.tags.removeWhy')}
      </ConfirmButton>
    </Thing>
  );
};
