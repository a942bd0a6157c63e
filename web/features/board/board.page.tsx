import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Space } from '../../../src/client/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Beside } from '../cases/panel/beside.tsx';
import { usePeek } from '../cases/panel/use-peek.ts';
import { queryCheck } from '../cases/query/query-check.queries.ts';
import { SpacePage } from '../spaces/space-page.tsx';
import { SpaceQueryBar } from '../spaces/space-query-bar.tsx';
import { spaceQuery } from '../spaces/spaces.queries.ts';
import { Board } from './board.tsx';
import { type BoardKey, boardKeys, type LaneKey, laneKeys } from './board-column.ts';
import { useBoardColumns } from './use-board-columns.ts';

const route = getRouteApi('/shell/spaces/$spaceId/board');

const sorts = ['-priority,-updated', '-updated', 'due,-priority', '-created'] as const;

/** The board of a space. */
export const BoardPage = () => {
  const { t } = useTranslation();
  const spaceId = Number(route.useParams().spaceId);
  const { q = '', by = 'status', sort = sorts[0], ...search } = route.useSearch();
  const lanesBy = search.lanes === by ? undefined : search.lanes;
  const navigate = route.useNavigate();
  const { data: space } = useQuery(spaceQuery(spaceId));
  const { columns, error } = useBoardColumns(spaceId, by);
  const { columns: lanes, error: lanesError } = useBoardColumns(spaceId, lanesBy);
  const check = useQuery(queryCheck(q));
  const tools = (
    <Group gap="xs" align="flex-start">
      <SpaceQueryBar
        spaceId={spaceId}
        query={q}
        onAsk={(query) => navigate({ search: (now) => ({ ...now, q: query }) })}
      />
      <Select
        aria-label={t('board.by')}
        data={boardKeys.map((value) => ({ value, label: t(`field.${value}`) }))}
        value={by}
        allowDeselect={false}
        w={130}
        onChange={(value) => navigate({ search: (now) => ({ ...now, by: value as BoardKey }) })}
      />
      <Select
        aria-label={t('board.lanesBy')}
        placeholder={t('board.noLanes')}
        data={laneKeys.filter((key) => key !== by).map((value) => ({ value, label: t(`field.${value}`) }))}
        value={lanesBy ?? null}
        clearable
        clearButtonProps={{ 'aria-label': t('board.noLanes') }}
        w={150}
        onChange={(value) => navigate({ search: (now) => ({ ...now, lanes: (value ?? undefined) as LaneKey }) })}
      />
      <Select
        aria-label={t('board.sort')}
        data={sorts.map((value) => ({ value, label: t(`board.sorted.${value}`) }))}
        value={sort}
        allowDeselect={false}
        w={185}
        onChange={(value) => navigate({ search: (now) => ({ ...now, sort: value ?? undefined }) })}
      />
    </Group>
  );
  return (
    <Beside peek={usePeek()}>
      <SpacePage spaceId={spaceId} tools={tools}>
        {(error ?? lanesError) !== null && <FailureNotice error={error ?? lanesError} />}
        {columns === undefined || lanes === undefined || space === undefined ? (
          <Loading />
        ) : (
          check.error === null && (
            <Board
              key={`${by} ${lanesBy}`}
              {...{ spaceId, sort, columns, lanes, axes: { by, lanesBy } }}
              query={q}
              mayMove={{ columns: mayMove(space, by), lanes: lanesBy !== undefined && mayMove(space, lanesBy) }}
            />
          )
        )}
      </SpacePage>
    </Beside>
  );
};

const rightFor = { status: 'UpdateIssueStatus', assignee: 'AssignToUser', priority: 'UpdateIssuePriority' } as const;

/** Whether somebody can move at least some cases of the space; of which ones, the server knows. */
const mayMove = ({ rights, archived }: Space, by: LaneKey): boolean => {
  const changes = rights.includes('Update') || rights.includes('AdminEntityUpdate');
  const needed = by in rightFor ? rightFor[by as keyof typeof rightFor] : undefined;
  return !archived && changes && (needed === undefined || rights.includes(needed));
};
