import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../../../src/client/index.ts';
import { peopleOfSpaceQuery } from './people-of-space.queries.ts';

/** How long to wait for more letters, in milliseconds. */
const TYPING_MS = 120;

/** People who can see a space, searched by the server while somebody types. */
export const usePeopleSearch = (spaceId: number) => {
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data, isFetching } = useQuery({
    ...peopleOfSpaceQuery(spaceId, search),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  const people: readonly User[] = data ?? [];
  return { people, isLoading: isFetching, onSearch: setTyped, onOpen: () => setWanted(true) };
};
