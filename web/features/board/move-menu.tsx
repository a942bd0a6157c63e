import { ActionIcon, Menu, ScrollArea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCell } from './board-cell.ts';
import { type Lifted, useBoardFrame } from './board-frame.ts';
import { useCellName } from './cell-name.ts';

interface MoveMenuProps {
  readonly lifted: Lifted;
  readonly targets: readonly BoardCell[];
}

/** The places that a case can go to, for those who would rather not drag: those in its own lane come first. */
export const MoveMenu = ({ lifted, targets }: MoveMenuProps) => {
  const { t } = useTranslation();
  const { move } = useBoardFrame();
  const nameOf = useCellName();
  const own = lifted.cell.lane?.id;
  const byLane = [...Map.groupBy(targets, ({ lane }) => lane)].toSorted(
    ([one], [other]) => Number(other?.id === own) - Number(one?.id === own),
  );
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('board.menu', { id: lifted.card.id })}>
          <IconDots size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.moveTo')}</Menu.Label>
        <ScrollArea.Autosize mah={280}>
          {byLane.map(([lane, cells]) => (
            <Fragment key={lane?.id ?? ''}>
              {lane !== undefined && <Menu.Label>{lane.name}</Menu.Label>}
              {cells.map((cell) => (
                <Menu.Item key={cell.id} aria-label={nameOf(cell)} onClick={() => move(lifted, cell)}>
                  {cell.column.name}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
};
