import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useSettled } from '../../../../ui/use-settled.ts';
import { tagsQuery } from '../../../spaces/choices.queries.ts';

/** Of how many spaces tags are offered: each is asked for its own. */
const MOST_SPACES = 5;

/** The tags of some spaces, searched by the server while somebody types. */
export const useTagSearch = (spaceIds: readonly number[]) => {
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const beginning = useSettled(typed);
  const { tags, isLoading } = useQueries({
    queries: spaceIds.slice(0, MOST_SPACES).map((spaceId) => ({ ...tagsQuery(spaceId, beginning), enabled: isWanted })),
    combine: (answers) => ({
      tags: [...new Set(answers.flatMap(({ data = [] }) => data))],
      isLoading: answers.some(({ isFetching }) => isFetching),
    }),
  });
  return { tags, search: { isLoading, onSearch: setTyped, onOpen: () => setWanted(true) } };
};
