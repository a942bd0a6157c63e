import { Container, Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OwnKeys } from '../keys/own-keys.tsx';
import { Looks } from './looks.tsx';
import { NotificationReasons } from './notification-reasons.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { Sessions } from './sessions.tsx';

const route = getRouteApi('/shell/settings');

/** What one decides for oneself. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  const { part = 'profile' } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (value: string | null): void => void navigate({ search: { part: value ?? undefined } });
  return (
    <Container size="md" py="md">
      <Title order={1} size="h4" mb="sm">
        {t('settings.title')}
      </Title>
      <Tabs value={part} onChange={go} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="profile">{t('settings.profile.title')}</Tabs.Tab>
          <Tabs.Tab value="notifications">{t('settings.notifications.title')}</Tabs.Tab>
          <Tabs.Tab value="security">{t('settings.security.title')}</Tabs.Tab>
          <Tabs.Tab value="keys">{t('key.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="profile">
          <Profile />
          <Looks />
        </Tabs.Panel>
        <Tabs.Panel value="notifications">
          <NotificationReasons />
        </Tabs.Panel>
        <Tabs.Panel value="security">
          <Password />
          <Sessions />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <OwnKeys />
        </Tabs.Panel>
      </Tabs>
    </Container>
  );
};
