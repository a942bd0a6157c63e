import { Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../ui/listed.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Things } from '../../ui/things.tsx';
import { useMe } from '../people/me.queries.ts';
import { binQuery } from './bin.queries.ts';
import { BinnedCase } from './binned-case.tsx';

/** The cases that were deleted and can still come back. */
export const Bin = () => {
  const { t } = useTranslation();
  const { spaces } = useMe();
  const [space, setSpace] = useState<string | null>(null);
  const list = useInfiniteQuery(binQuery(space === null ? undefined : Number(space)));
  const cases = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section
      title={t('admin.parts.bin')}
      actions={
        <Select
          size="xs"
          clearable
          aria-label={t('admin.bin.space')}
          placeholder={t('admin.bin.everySpace')}
          value={space}
          onChange={setSpace}
          data={spaces.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      }
    >
      <Listed list={list} isEmpty={cases.length === 0} empty={t('admin.bin.empty')}>
        <Stack gap="xs">
          <Things label={t('admin.parts.bin')}>
            {cases.map((each) => (
              <BinnedCase key={each.id} case={each} />
            ))}
          </Things>
          <MoreButton list={list} />
        </Stack>
      </Listed>
    </Section>
  );
};
