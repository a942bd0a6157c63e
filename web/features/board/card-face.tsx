import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Person } from '../../ui/person.tsx';
import { StatusBadge } from '../cases/status-badge.tsx';
import type { BoardCase } from './board.queries.ts';
import { useBoardFrame } from './board-frame.ts';
import styles from './card.module.css';

/** How many tags fit on a card. */
const MOST_TAGS = 3;

interface CardFaceProps {
  readonly card: BoardCase;
  /** What one can do with it. */
  readonly tools?: ReactNode;
}

/** What a card says: all but what its column and its lane say already. */
export const CardFace = ({ card, tools }: CardFaceProps) => {
  const said = useSaid();
  return (
    <>
      <Group gap={6} wrap="nowrap" mih={24}>
        <Text span size="xs" c="dimmed">
          {card.id}
        </Text>
        {!said.has('priority') && (
          <Text span size="xs" c="dimmed" truncate>
            · {card.priority.name}
          </Text>
        )}
        <Group gap={0} wrap="nowrap" ms="auto">
          {tools}
        </Group>
      </Group>
      <Link
        to="/cases/$caseId"
        params={{ caseId: String(card.id) }}
        className={styles.title}
        dir="auto"
        draggable={false}
      >
        {card.title}
      </Link>
      <Facts card={card} />
    </>
  );
};

/** What the place of a card says of it. */
const useSaid = (): ReadonlySet<string | undefined> => {
  const { by, lanesBy } = useBoardFrame().axes;
  return new Set([by, lanesBy]);
};

const Facts = ({ card }: Pick<CardFaceProps, 'card'>) => {
  const said = useSaid();
  const more = card.tags.length - MOST_TAGS;
  const isEmpty = card.tags.length === 0 && said.has('status') && card.assignee === null;
  if (isEmpty) return null;
  return (
    <Group gap={4} mt={6}>
      {!said.has('status') && <StatusBadge status={card.status} />}
      {card.tags.slice(0, MOST_TAGS).map((tag) => (
        <Badge key={tag} variant="default" size="sm" tt="none" fw={500}>
          {tag}
        </Badge>
      ))}
      {more > 0 && (
        <Badge variant="default" size="sm" fw={500}>
          +{more}
        </Badge>
      )}
      {!said.has('assignee') && card.assignee !== null && (
        <Text size="xs" component="div" ms="auto" miw={0}>
          <Person name={card.assignee.displayName} picture={card.assignee.avatarUrl} />
        </Text>
      )}
    </Group>
  );
};
