import { useQuery } from '@tanstack/react-query';
import { caseCountsQuery } from '../../cases.queries.ts';
import type { Selection } from '../use-selection.ts';

/** The one space and the one project of all cases that are selected, as far as there is one: statuses belong to spaces. */
export const useCommonPlace = ({ isAll, cases }: Selection, query: string) => {
  const { data: counts } = useQuery({ ...caseCountsQuery(query, 'spaceId'), enabled: isAll });
  const spaceIds = isAll ? (counts?.items.map(({ value }) => value) ?? []) : cases.map(({ spaceId }) => spaceId);
  const projectIds = isAll ? [] : cases.map(({ projectId }) => projectId);
  return { spaceId: onlyOne(spaceIds), projectId: onlyOne(projectIds) };
};

const onlyOne = (ids: readonly (number | null)[]): number | undefined => {
  const [first, ...others] = new Set(ids);
  return others.length === 0 ? (first ?? undefined) : undefined;
};
