import { ActionIcon, Menu } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MuteItem } from '../mutes/mute-item.tsx';

interface RowMenuProps {
  readonly caseId: number;
  readonly isRead: boolean;
  readonly onMark: (isRead: boolean) => void;
}

/** What can be done with a notification, and with the case that it is about. */
export const RowMenu = ({ caseId, isRead, onMark }: RowMenuProps) => {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('mute.menu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={isRead ? <IconCircle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
          onClick={() => onMark(!isRead)}
        >
          {t(isRead ? 'inbox.markUnread' : 'inbox.markRead')}
        </Menu.Item>
        <MuteItem caseId={caseId} />
      </Menu.Dropdown>
    </Menu>
  );
};
