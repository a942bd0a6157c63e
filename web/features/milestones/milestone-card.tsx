import { Badge, Button, Card, Group, Progress, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChartLine, IconCircleCheckFilled } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorTo } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import type { PlacedMilestone } from '../spaces/spaces.queries.ts';
import { DueDay } from './due-day.tsx';

const BurnUp = lazy(async () => ({ default: (await import('./burn-up.tsx')).BurnUp }));

/** A milestone with how far it is. */
export const MilestoneCard = ({ milestone }: { readonly milestone: PlacedMilestone }) => {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure();
  const { id, title, spaceId, progress } = milestone;
  const titleId = `milestone-${id}`;
  return (
    <Card component="article" withBorder padding="sm" aria-labelledby={titleId}>
      <Group gap="4px 12px" mb={6}>
        <Title order={3} size="h6" id={titleId}>
          <AnchorTo to="/spaces/$spaceId" params={{ spaceId: String(spaceId) }} search={{ q: `milestone:${id}` }}>
            {title}
          </AnchorTo>
        </Title>
        {milestone.isCompleted && (
          <Badge color="gray" variant="light" tt="none" leftSection={<IconCircleCheckFilled size={12} aria-hidden />}>
            {t('milestones.completed')}
          </Badge>
        )}
        <DueDay milestone={milestone} />
        <Button
          variant="subtle"
          size="compact-sm"
          ms="auto"
          leftSection={<IconChartLine size={14} aria-hidden />}
          aria-expanded={isOpen}
          aria-label={t('milestones.burnUpOf', { title })}
          onClick={toggle}
        >
          {t('milestones.burnUp')}
        </Button>
      </Group>
      <Progress value={progress.percent} size="md" aria-label={t('milestones.progressOf', { title })} />
      <Text size="xs" mt={4}>
        {t('milestones.progress', { closed: progress.closed, count: progress.total, percent: progress.percent })}
      </Text>
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <BurnUp milestone={milestone} />
        </Suspense>
      )}
    </Card>
  );
};
