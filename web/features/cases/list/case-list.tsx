import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseTotal } from '../../../../src/client/index.ts';
import { useCommands } from '../../../ui/commands.ts';
import { useAfterPaint } from '../../../ui/use-after-paint.ts';
import { SpaceTabs } from '../../spaces/space-tabs.tsx';
import { ViewMenu } from '../../views/view-menu.tsx';
import { caseListPageQuery, caseTotalQuery } from '../cases.queries.ts';
import { Beside } from '../panel/beside.tsx';
import { usePeek } from '../panel/use-peek.ts';
import { sortedBy, sortOf } from '../query/query-sort.ts';
import { scopedQuery } from '../query/scoped-query.ts';
import { askedCases } from './asked-cases.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import styles from './case-list.module.css';
import { CaseRows } from './case-rows.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { columnsIn, writtenColumns } from './columns.ts';
import { ExportMenu } from './export-menu.tsx';
import type { ListAddress } from './list-address.ts';
import { QueryBar } from './query-bar.tsx';
import { StatusCounts } from './status-counts.tsx';
import { useDropUnlisted } from './use-drop-unlisted.ts';
import { useRowChange } from './use-row-change.ts';
import { useSelection } from './use-selection.ts';
import { useWrittenQuery } from './use-written-query.ts';

interface CaseListProps {
  readonly title: string;
  /** The only space; undefined for all. */
  readonly spaceId?: number;
  readonly address: ListAddress;
  /** Goes to another list, with what is said in place of what was. */
  readonly onGo: (address: ListAddress) => void;
}

/** The cases that a query means, and all that can be done with them as a list. */
export const CaseList = ({ title, spaceId, address, onGo }: CaseListProps) => {
  const { t } = useTranslation();
  const { q = '' } = address;
  const { query, placeOf } = scopedQuery(q, spaceId);
  const written = useWrittenQuery(q, (asked) => onGo({ q: asked }));
  const field = useRef<HTMLInputElement>(null);
  const chosen = columnsIn(address.columns);
  const asked = askedCases(address, spaceId);
  const selection = useSelection(query);
  const { changed, begin, only } = useRowChange(selection);
  const peek = usePeek();
  const label = t('list.keys.query');
  useCommands([{ id: 'list-query', label, group: t('cases.title'), keys: '/', run: () => field.current?.focus() }]);
  const { data: firstPage, dataUpdatedAt, error, refetch } = useQuery(caseListPageQuery(asked, undefined));
  // The cases come first: how many there are of which kind is read when they are seen.
  const isPainted = useAfterPaint();
  const isSeen = firstPage !== undefined && isPainted;
  const { data: total } = useQuery({ ...caseTotalQuery(query), enabled: isSeen });
  useDropUnlisted({ selection, query, total: exactly(total), readAt: dataUpdatedAt });
  return (
    <Beside peek={peek}>
      <Stack h="100%" gap={0}>
        <Stack gap="xs" p="sm">
          <Group justify="space-between" wrap="nowrap" className={styles.head}>
            <Group gap="4px 16px" align="baseline" miw={0} className={styles.names}>
              <Title order={1} size="h4">
                {title}
              </Title>
              {spaceId !== undefined && <SpaceTabs spaceId={spaceId} />}
              <Text size="sm" c="dimmed" aria-live="polite" truncate>
                {total && t(total.isExact ? 'cases.count' : 'cases.more', { count: total.value })}
              </Text>
            </Group>
            <Group gap={6} wrap="nowrap" className={styles.tools}>
              <ViewMenu
                viewId={spaceId === undefined ? address.view : undefined}
                query={query}
                columns={[...chosen]}
                onView={(view) => onGo({ view })}
              />
              <ExportMenu query={query} />
              <ColumnMenu columns={chosen} onChange={(columns) => onGo({ columns: writtenColumns(columns) })} />
            </Group>
          </Group>
          <QueryBar
            fieldRef={field}
            written={written}
            spaceId={spaceId}
            error={error}
            hints={firstPage?.queryHints ?? []}
            placeOf={placeOf}
            onRetry={() => void refetch()}
          />
          {isSeen && <StatusCounts query={q} spaceId={spaceId} onChange={written.ask} />}
        </Stack>
        <CaseRows
          asked={asked}
          total={exactly(total)}
          columns={chosen}
          selection={selection}
          peek={peek}
          onChange={begin}
          sort={sortOf(q)}
          onSort={(key) => written.ask(sortedBy(written.text, key))}
        />
        {changed !== undefined && <BulkBar selection={changed} query={query} total={exactly(total)} only={only} />}
      </Stack>
    </Beside>
  );
};

const exactly = (total: CaseTotal | null | undefined): number | undefined => (total?.isExact ? total.value : undefined);
