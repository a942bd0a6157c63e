import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
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
        <UnstyledButton aria-label={t('nav.account')} maw={200}>
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
        {schemes.map((scheme) => (
          <Chosen key={scheme} isChosen={colorScheme === scheme} onChoose={() => setColorScheme(scheme)}>
            {t(`frame.theme.${scheme}`)}
          </Chosen>
        ))}
        <Menu.Label>{t('frame.language.label')}</Menu.Label>
        {(Object.entries(languages) as [Language, string][]).map(([language, name]) => (
          <Chosen key={language} isChosen={i18n.language === language} onChoose={() => void chooseLanguage(language)}>
            <span lang={language}>{name}</span>
          </Chosen>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

interface ChosenProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

const Chosen = ({ isChosen, onChoose, children }: ChosenProps) => (
  <Menu.Item
    role="menuitemradio"
    aria-checked={isChosen}
    onClick={onChoose}
    rightSection={isChosen ? <IconCheck size={14} aria-hidden /> : undefined}
  >
    {children}
  </Menu.Item>
);
