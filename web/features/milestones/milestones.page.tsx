import { ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { SpacePage } from '../spaces/space-page.tsx';
import { allMilestonesQuery, type PlacedMilestone } from '../spaces/spaces.queries.ts';
import { MilestoneCard } from './milestone-card.tsx';

const route = getRouteApi('/shell/spaces/$spaceId/milestones');

/** The milestones of a space, project by project. */
export const MilestonesPage = () => {
  const { t } = useTranslation();
  const spaceId = Number(route.useParams().spaceId);
  const { data, error, refetch } = useQuery(allMilestonesQuery(spaceId));
  const shown = (data ?? []).filter(({ archived, project }) => !archived && !project.archived);
  return (
    <SpacePage spaceId={spaceId}>
      {error !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
      <ScrollArea flex={1} px="sm">
        {data === undefined && error === null && <Loading />}
        {data !== undefined && shown.length === 0 && <Text c="dimmed">{t('milestones.none')}</Text>}
        <Stack gap="lg" pb="md" maw={900}>
          {[...Map.groupBy(shown, ({ projectId }) => projectId)].map(([projectId, milestones]) => (
            <ProjectMilestones key={projectId} milestones={milestones} />
          ))}
        </Stack>
      </ScrollArea>
    </SpacePage>
  );
};

/** What is due first comes first; what is reached comes last. */
const order = (one: PlacedMilestone, other: PlacedMilestone): number =>
  Number(one.isCompleted) - Number(other.isCompleted) ||
  (one.dueAt ?? '9999').localeCompare(other.dueAt ?? '9999') ||
  one.position - other.position;

const ProjectMilestones = ({ milestones }: { readonly milestones: readonly PlacedMilestone[] }) => (
  <Stack component="section" gap="xs" aria-label={milestones[0]?.project.title}>
    <Title order={2} size="h5">
      {milestones[0]?.project.title}
    </Title>
    {milestones.toSorted(order).map((milestone) => (
      <MilestoneCard key={milestone.id} milestone={milestone} />
    ))}
  </Stack>
);
