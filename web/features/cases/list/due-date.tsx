import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayIn } from '../../../ui/times.ts';
import { milestonesQuery } from '../../spaces/spaces.queries.ts';
import type { ListedCase } from '../list-request.ts';

interface DueDateProps {
  readonly case: Pick<ListedCase, 'spaceId' | 'projectId' | 'milestoneId' | 'dueOn'>;
}

/** When a case is due: on a day of its own, or when its milestone is; null when it is not. */
export const useDueAt = ({ spaceId, projectId, milestoneId, dueOn }: DueDateProps['case']): string | null => {
  const { data = [] } = useQuery({
    ...milestonesQuery(spaceId, projectId),
    enabled: dueOn === null && milestoneId !== null,
  });
  return dueOn ?? data.find(({ id }) => id === milestoneId)?.dueAt ?? null;
};

/** When a case is due, if it is. */
export const DueDate = ({ case: found }: DueDateProps) => {
  const { i18n } = useTranslation();
  const dueAt = useDueAt(found);
  return dueAt === null ? null : <time dateTime={dueAt}>{dayIn(dueAt, i18n.language)}</time>;
};
