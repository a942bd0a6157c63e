import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../../../src/client/index.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { peopleOfSpaceQuery } from './people-of-space.queries.ts';

/** People who can see a space, or anybody when none is named, searched by the server while somebody types. */
export const usePeopleSearch = (spaceId: number | undefined) => {
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed);
  const { data, isFetching } = useQuery({
    ...peopleOfSpaceQuery(spaceId, settled),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  const people: readonly User[] = data ?? [];
  return { people, typed, search: { isLoading: isFetching, onSearch: setTyped, onOpen: () => setWanted(true) } };
};
