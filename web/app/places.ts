import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../features/people/me.queries.ts';
import type { Command } from '../ui/commands.ts';

/** Where one can go from anywhere, as commands. */
export const usePlaces = (): readonly Command[] => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const group = t('commands.go');
  return [
    {
      id: 'go-mine',
      label: t('nav.mine'),
      group,
      run: () => void navigate({ to: '/cases', search: { q: 'is:open assignee:me' } }),
    },
    {
      id: 'go-cases',
      label: t('nav.cases'),
      group,
      run: () => void navigate({ to: '/cases', search: { q: 'is:open' } }),
    },
    { id: 'go-inbox', label: t('nav.inbox'), group, run: () => void navigate({ to: '/inbox' }) },
    { id: 'go-settings', label: t('settings.title'), group, run: () => void navigate({ to: '/settings' }) },
    ...(me.isAdministrator || me.rights.includes('ManageSpace')
      ? [{ id: 'go-admin', label: t('nav.administration'), group, run: () => void navigate({ to: '/admin' }) }]
      : []),
    ...me.spaces.map(({ id, name }) => ({
      id: `go-space-${id}`,
      label: name,
      group,
      run: () => void navigate({ to: '/spaces/$spaceId', params: { spaceId: String(id) }, search: { q: 'is:open' } }),
    })),
  ];
};
