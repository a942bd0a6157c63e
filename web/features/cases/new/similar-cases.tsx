import { Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../../server/casekeep.ts';
import { AnchorTo } from '../../../ui/links.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { asTexts, wordsOf } from '../query/words.ts';

/** Shorter words say nothing. */
const MIN_LENGTH = 3;
const MAX_WORDS = 6;
const SHOWN = 5;

const tellingWords = (title: string): readonly string[] =>
  wordsOf(title)
    .filter(({ length }) => length >= MIN_LENGTH)
    .slice(0, MAX_WORDS);

interface SimilarCasesProps {
  readonly title: string;
  readonly spaceId: number;
  /** One that is known to be similar. */
  readonly exceptId?: number | undefined;
}

/** Cases that may be about the same, while a title is being typed. They open beside what is being written. */
export const SimilarCases = ({ title, spaceId, exceptId }: SimilarCasesProps) => {
  const { t } = useTranslation();
  const typed = useSettled(title);
  const words = tellingWords(typed);
  const query = `space:${spaceId} ${asTexts(words)}`;
  const { data } = useQuery({
    queryKey: ['cases', 'similar', query],
    queryFn: async ({ signal }) => (await casekeep.searchCases({ query, limit: SHOWN }, { signal })).items,
    enabled: words.length > 0,
    placeholderData: keepPreviousData,
  });
  const similar = data?.filter(({ id }) => id !== exceptId) ?? [];
  if (similar.length === 0 || words.length === 0) return null;
  return (
    <Paper withBorder p="xs" component="section" aria-label={t('newCase.similar')}>
      <Text size="xs" c="dimmed" fw={600} mb={4}>
        {t('newCase.similar')}
      </Text>
      <Stack gap={2}>
        {similar.map(({ id, title: found }) => (
          <AnchorTo key={id} to="/cases/$caseId" params={{ caseId: String(id) }} target="_blank" size="sm" truncate>
            {id} · {found}
          </AnchorTo>
        ))}
      </Stack>
    </Paper>
  );
};
