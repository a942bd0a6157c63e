import { useQuery } from '@tanstack/react-query';
import { caseCountsQuery } from '../../cases.queries.ts';
import type { Selection } from '../use-selection.ts';
import type { CommonPlace } from './offered-in.ts';

/** The one space and the one project of all cases that are selected, as far as there is one: statuses belong to spaces. */
export const useCommonPlace = ({ isAll, cases }: Selection, query: string): CommonPlace => {
  const { data: spaces } = useQuery({ ...caseCountsQuery(query, 'spaceId'), enabled: isAll });
  const { data: projects } = useQuery({ ...caseCountsQuery(query, 'projectId'), enabled: isAll });
  const counted = (counts: typeof spaces) => counts?.items.map(({ value }) => value) ?? [];
  const spaceIds = [...new Set(isAll ? counted(spaces).filter(isId) : cases.map(({ spaceId }) => spaceId))];
  const projectIds = isAll ? counted(projects) : cases.map(({ projectId }) => projectId);
  return { spaceIds, spaceId: onlyOne(spaceIds), projectId: onlyOne(projectIds) };
};

const isId = (value: number | null): value is number => value !== null;

const onlyOne = (ids: readonly (number | null)[]): number | undefined => {
  const [first, ...others] = new Set(ids);
  return others.length === 0 ? (first ?? undefined) : undefined;
};
