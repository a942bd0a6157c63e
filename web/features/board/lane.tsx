import { useDroppable } from '@dnd-kit/core';
import { Text, UnstyledButton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../ui/locale.ts';
import { personQuery } from '../people/person.queries.ts';
import styles from './board.module.css';
import { countsQuery } from './board.queries.ts';
import { cellOf } from './board-cell.ts';
import { type BoardColumn, countOf, termOf } from './board-column.ts';
import { useBoardFrame } from './board-frame.ts';
import { LaneCell } from './lane-cell.tsx';

interface LaneProps {
  readonly lane: BoardColumn;
  readonly columns: readonly BoardColumn[];
  readonly count: number | undefined;
  readonly within: (terms: readonly string[]) => string;
}

/** A lane through all columns, which can be closed; one without cases is. */
export const Lane = ({ lane: known, columns, count, within }: LaneProps) => {
  const { i18n } = useTranslation();
  const lane = useNamedLane(known);
  const [isWanted, setWanted] = useState<boolean>();
  const isOpen = isWanted ?? count !== 0;
  const { setNodeRef, isOver } = useDroppable({ id: lane.id, disabled: isOpen, data: { lane, column: undefined } });
  const content = `lane-${lane.id}`;
  return (
    <section aria-label={lane.name} className={styles.lane}>
      <UnstyledButton
        ref={setNodeRef}
        className={styles.laneHeading}
        aria-expanded={isOpen}
        aria-controls={isOpen ? content : undefined}
        data-over={isOver || undefined}
        onClick={() => setWanted(!isOpen)}
      >
        <IconChevronDown size={16} aria-hidden />
        <Text span size="sm" fw={600}>
          {lane.name}
        </Text>
        <Text span size="sm" c="dimmed">
          {count !== undefined && new Intl.NumberFormat(localeOf(i18n.language)).format(count)}
        </Text>
      </UnstyledButton>
      {isOpen && (
        <div id={content}>
          <Cells {...{ lane, columns, within }} />
        </div>
      )}
    </section>
  );
};

/** Somebody who is no member has no name in the configuration of the space. */
const useNamedLane = (lane: BoardColumn): BoardColumn => {
  const { lanesBy } = useBoardFrame().axes;
  const isStranger = lane.name === '' && lanesBy === 'assignee';
  const { data } = useQuery({ ...personQuery(lane.value ?? 0), enabled: isStranger });
  return isStranger && data !== undefined ? { ...lane, name: data.displayName } : lane;
};

const Cells = ({ lane, columns, within }: Omit<LaneProps, 'count'>) => {
  const { by, lanesBy = by } = useBoardFrame().axes;
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  // What was in sight once stays, so that nothing jumps.
  const [wasSeen, setSeen] = useState(false);
  if (!wasSeen && entry?.isIntersecting === true) setSeen(true);
  const inLane = termOf(lane, lanesBy);
  const { data: counts } = useQuery({ ...countsQuery(within([inLane]), `${by}Id`), enabled: wasSeen });
  return (
    <div ref={ref} className={styles.cells}>
      {columns.map((column) => (
        <LaneCell
          key={column.id}
          cell={cellOf(column, lane)}
          query={within([inLane, termOf(column, by)])}
          count={counts && countOf(counts, column)}
        />
      ))}
    </div>
  );
};
