import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../features/people/me.queries.ts';
import { useSignOut } from '../features/session/sign-out.ts';
import { chooseLanguage, type Language, languages } from '../languages/languages.ts';
import { runCommand } from '../ui/commands.ts';
import { HiddenKeys } from '../ui/keys.tsx';
import { Person } from '../ui/person.tsx';

const schemes = ['light', 'dark', 'auto'] as const;

/** What one does with oneself: looks, language, leaving. */
export const AccountMenu = () => {
  const { t, i18n } = useTranslation();
  const { displayName, avatarUrl } = useMe();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={220} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t('nav.account')} maw={200} data-nameless-on-phones>
          <Person name={displayName} picture={avatarUrl} size={26} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to="/settings"
          closeMenuOnClick
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          {t('settings.title')}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconKeyboard size={16} aria-hidden />}
          rightSection={<HiddenKeys keys="shift+?" />}
          aria-keyshortcuts="?"
          onClick={() => runCommand('shortcuts')}
        >
          {t('commands.shortcuts')}
        </Menu.Item>
        <Menu.Label>{t('frame.theme.label')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`frame.theme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('frame.language.label')}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(language) => void chooseLanguage(language as Language)}>
          {Object.entries(languages).map(([language, name]) => (
            <Menu.RadioItem key={language} value={language}>
              <span lang={language}>{name}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
