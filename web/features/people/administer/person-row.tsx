import { ActionIcon, Badge, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { Person } from '../../../ui/person.tsx';
import { Thing } from '../../../ui/things.tsx';
import { useWrite } from '../../../ui/use-write.ts';

interface PersonRowProps {
  readonly user: User;
  readonly onTask: (what: 'edit' | 'link' | 'keys') => void;
}

/** Somebody, with what administrators do for them. */
export const PersonRow = ({ user, onTask }: PersonRowProps) => {
  const { t } = useTranslation();
  const { id: userId, username, displayName, avatarUrl, email, role, isActive } = user;
  const setting = useWrite({
    write: (wanted: boolean) => casekeep.updateUser({ userId, body: { isActive: wanted } }),
    outdates: [['users'], ['keys']],
  });
  return (
    <Thing
      title={
        <>
          <Person name={displayName} picture={avatarUrl} />
          {role === 'administrator' && (
            <Badge size="sm" variant="light" tt="none">
              {t('admin.people.administrator')}
            </Badge>
          )}
          {!isActive && (
            <Badge size="sm" color="gray" variant="light" tt="none">
              {t('admin.people.deactivated')}
            </Badge>
          )}
        </>
      }
      details={[username, email].filter(Boolean).join(' · ')}
    >
      {isActive && (
        <ConfirmButton
          label={t('admin.people.deactivate')}
          aria-label={`${t('admin.people.deactivate')}: ${displayName}`}
          question={t('admin.people.deactivateOne', { name: displayName })}
          loading={setting.isPending}
          onConfirm={() => setting.mutate(false)}
        >
          {t('admin.people.deactivateWhy')}
        </ConfirmButton>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('action.actionsFor', { name: displayName })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onTask('edit')}>{t('admin.people.edit')}</Menu.Item>
          {isActive && <Menu.Item onClick={() => onTask('link')}>{t('admin.people.link')}</Menu.Item>}
          <Menu.Item onClick={() => onTask('keys')}>{t('admin.people.keys')}</Menu.Item>
          {!isActive && <Menu.Item onClick={() => setting.mutate(true)}>{t('admin.people.activate')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </Thing>
  );
};
