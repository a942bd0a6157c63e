import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayIn } from '../../../ui/times.ts';
import { milestonesQuery } from '../../spaces/spaces.queries.ts';
import type { ListedCase } from '../cases.queries.ts';

interface DueDateProps {
  readonly case: Pick<ListedCase, 'spaceId' | 'projectId' | 'milestoneId' | 'dueOn'>;
}

/** When a case is due: on a day of its own, or when its milestone is. */
export const DueDate = ({ case: { spaceId, projectId, milestoneId, dueOn } }: DueDateProps) => {
  const { i18n } = useTranslation();
  const { data = [] } = useQuery({
    ...milestonesQuery(spaceId, projectId),
    enabled: dueOn === null && milestoneId !== null,
  });
  const dueAt = dueOn ?? data.find(({ id }) => id === milestoneId)?.dueAt ?? null;
  return dueAt === null ? null : <time dateTime={dueAt}>{dayIn(dueAt, i18n.language)}</time>;
};
