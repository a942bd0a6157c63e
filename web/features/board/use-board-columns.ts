import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Member, Project } from '../../../src/client/index.ts';
import { type Choice, spaceChoicesQuery } from '../spaces/choices.queries.ts';
import {
  allMilestonesQuery,
  firstMembersQuery,
  type PlacedMilestone,
  type PlacedSection,
  projectsQuery,
  sectionsQuery,
} from '../spaces/spaces.queries.ts';
import type { BoardColumn, LaneKey } from './board-column.ts';

interface BoardColumns {
  /** Undefined until they are known. */
  readonly columns: readonly BoardColumn[] | undefined;
  readonly error: unknown;
}

/** The columns or the lanes of a board in their order; none when it is by nothing. */
export const useBoardColumns = (spaceId: number, by: LaneKey | undefined): BoardColumns => {
  const { t } = useTranslation();
  const found = {
    status: useQuery({ ...spaceChoicesQuery('status', spaceId), enabled: by === 'status' }),
    priority: useQuery({ ...spaceChoicesQuery('priority', spaceId), enabled: by === 'priority' }),
    assignee: useQuery({ ...firstMembersQuery(spaceId), enabled: by === 'assignee' }),
    milestone: useQuery({ ...allMilestonesQuery(spaceId), enabled: by === 'milestone' }),
    section: useQuery({ ...sectionsQuery(spaceId), enabled: by === 'section' }),
    project: useQuery({ ...projectsQuery(spaceId), enabled: by === 'project' }),
  };
  const made = {
    status: () => from(found.status, ofChoice('status')),
    priority: () => from(found.priority, ofChoice('priority')).toReversed(),
    assignee: () => [none(t('field.nobody')), ...from(found.assignee, ofMember)],
    milestone: () => [none(t('board.noMilestone')), ...from(found.milestone, ofMilestone(t, found.milestone.data))],
    section: () => [none(t('board.noSection')), ...from(found.section, ofSection(t, found.section.data))],
    project: () => from(found.project, ofProject),
  };
  if (by === undefined) return { columns: [], error: null };
  const { data, error } = found[by];
  return { columns: data === undefined ? undefined : made[by](), error };
};

const from = <T>({ data = [] }: Pick<UseQueryResult<readonly T[]>, 'data'>, make: (each: T) => BoardColumn) =>
  data.map(make);

const none = (name: string): BoardColumn => ({ id: 'none', value: null, name, isClosed: false, isFading: false });

const ofChoice =
  (by: LaneKey) =>
  ({ id, name, isClosed, color, archived }: Choice): BoardColumn => ({
    ...{ id: `${by}-${id}`, value: id, name, isClosed, color, isFading: archived },
  });

const ofProject = ({ id, title, archived }: Project): BoardColumn => ({
  ...{ id: `project-${id}`, value: id, name: title, isClosed: false, isFading: archived },
});

const ofMember = ({ userId, displayName, role, isActive }: Member): BoardColumn => ({
  ...{ id: `assignee-${userId}`, value: userId, name: displayName, isClosed: false },
  isFading: !isActive || role === 'viewer' || role === 'contributor',
});

const hasSeveralProjects = (placed: readonly { readonly projectId: number }[]): boolean =>
  new Set(placed.map(({ projectId }) => projectId)).size > 1;

const ofMilestone =
  (t: TFunction, all: readonly PlacedMilestone[] = []) =>
  ({ id, title, project, archived, isCompleted }: PlacedMilestone): BoardColumn => ({
    ...{ id: `milestone-${id}`, value: id, isClosed: false, projectId: project.id, isFading: archived || isCompleted },
    name: hasSeveralProjects(all) ? t('board.ofProject', { project: project.title, name: title }) : title,
  });

const ofSection =
  (t: TFunction, all: readonly PlacedSection[] = []) =>
  ({ id, name, project, archived }: PlacedSection): BoardColumn => ({
    ...{ id: `section-${id}`, value: id, isClosed: false, projectId: project.id, isFading: archived },
    name: hasSeveralProjects(all) ? t('board.ofProject', { project: project.title, name }) : name,
  });
