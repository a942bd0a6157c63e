import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { casekeep } from '../../../server/casekeep.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import { asTexts, wordsOf } from '../query/words.ts';

/** A case as it can be chosen. */
export interface FoundCase {
  readonly id: number;
  readonly title: string;
}

const OFFERED = 10;

/** A number, also with a sign before it or at the end of the address of a case. */
const NUMBER = /^(?:#|\S*\/cases\/)?(\d+)$/u;

/** Cases that have what somebody types; before that, those of a space that were changed last. */
export const useCaseSearch = (spaceId: number) => {
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed);
  const words = NUMBER.exec(settled)?.[1] ?? asTexts(wordsOf(settled));
  const query = words === '' ? `space:${spaceId} is:open sort:-updated` : words;
  const { data = [], isFetching } = useQuery({
    queryKey: ['cases', 'choices', query],
    queryFn: async ({ signal }): Promise<readonly FoundCase[]> =>
      (await casekeep.searchCases({ query, limit: OFFERED }, { signal })).items,
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return { found: data, isLoading: isFetching, onSearch: setTyped, onOpen: () => setWanted(true) };
};
