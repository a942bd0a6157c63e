import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Person } from '../../ui/person.tsx';
import { StatusBadge } from '../cases/status-badge.tsx';
import type { BoardCase } from './board.queries.ts';
import type { BoardKey } from './board-column.ts';
import styles from './card.module.css';

/** How many tags fit on a card. */
const MOST_TAGS = 3;

interface CardFaceProps {
  readonly card: BoardCase;
  readonly by: BoardKey;
  /** What one can do with it. */
  readonly tools?: ReactNode;
}

/** What a card says: all but what its column says already. */
export const CardFace = ({ card, by, tools }: CardFaceProps) => (
  <>
    <Group gap={6} wrap="nowrap" mih={24}>
      <Text span size="xs" c="dimmed">
        {card.id}
      </Text>
      {by !== 'priority' && (
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
    <Facts card={card} by={by} />
  </>
);

const Facts = ({ card, by }: CardFaceProps) => {
  const more = card.tags.length - MOST_TAGS;
  const isEmpty = card.tags.length === 0 && by === 'status' && card.assignee === null;
  if (isEmpty) return null;
  return (
    <Group gap={4} mt={6}>
      {by !== 'status' && <StatusBadge status={card.status} />}
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
      {by !== 'assignee' && card.assignee !== null && (
        <Text size="xs" component="div" ms="auto" miw={0}>
          <Person name={card.assignee.displayName} />
        </Text>
      )}
    </Group>
  );
};
