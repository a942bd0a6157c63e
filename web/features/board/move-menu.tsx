import { ActionIcon, Menu, ScrollArea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardCase } from './board.queries.ts';
import { type BoardColumn, canTake } from './board-column.ts';

interface MoveMenuProps {
  readonly card: BoardCase;
  readonly columnId: string;
  readonly columns: readonly BoardColumn[];
  readonly onMove: (to: BoardColumn) => void;
}

/** The columns that a case can go to, for those who would rather not drag. */
export const MoveMenu = ({ card, columnId, columns, onMove }: MoveMenuProps) => {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('board.menu', { id: card.id })}>
          <IconDots size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.moveTo')}</Menu.Label>
        <ScrollArea.Autosize mah={280}>
          {columns
            .filter((column) => column.id !== columnId && canTake(column, card))
            .map((column) => (
              <Menu.Item key={column.id} onClick={() => onMove(column)}>
                {column.name}
              </Menu.Item>
            ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
};
