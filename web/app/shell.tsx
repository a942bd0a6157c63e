import { AppShell, Burger, Group, ScrollArea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { openBulkChanges } from '../features/cases/list/bulk/open-bulk-changes.ts';
import { NewCaseButton } from '../features/cases/new/new-case-button.tsx';
import { meQuery } from '../features/people/me.queries.ts';
import { followEvents } from '../server/events.ts';
import { onSignedOut } from '../server/query-client.ts';
import { useAfterPaint } from '../ui/use-after-paint.ts';
import { AccountMenu } from './account-menu.tsx';
import { beginAnewForOther } from './begin-anew.ts';
import { Brand } from './brand.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { Keyboard } from './keyboard.tsx';
import { Navigation } from './navigation.tsx';
import { SearchButton } from './search-button.tsx';

/** The frame around all pages for which one is signed in. */
export const Shell = () => {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure();
  useEvents();
  useSignInAgain();
  useOpenBulkChanges();
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={0}
    >
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('frame.menu')} />
            <Brand />
          </Group>
          <Group gap="sm" wrap="nowrap" flex="none" maw="60%">
            <SearchButton />
            <NewCaseButton />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('frame.navigation')} onClick={close}>
        <ScrollArea p="xs">
          <Navigation />
        </ScrollArea>
      </AppShell.Navbar>
      <Keyboard />
      <AppShell.Main id="content" h="100dvh" tabIndex={-1}>
        <ConnectionNotice />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
};

/** A session that has ended leads to where one signs in, and from there back. */
const useSignInAgain = (): void => {
  const { navigate, state } = useRouter();
  useEffect(
    () => onSignedOut(() => void navigate({ to: '/sign-in', search: { from: state.location.href } })),
    [navigate, state.location.href],
  );
};

/** Screens follow what happens on the server as long as the frame is there. */
const useEvents = (): void => {
  const queryClient = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const me = queryClient.getQueryData(meQuery.queryKey);
    followEvents({
      ...{ queryClient, signal },
      since: me?.eventCursor,
      onSession: () => void beginAnewForOther({ queryClient, readBy: me?.id, signal }),
    });
    return () => leaving.abort();
  }, [queryClient]);
};

/** Tells again of changes of many cases that go on while the page is loaded anew. */
const useOpenBulkChanges = (): void => {
  const isPainted = useAfterPaint();
  const me = useQueryClient().getQueryData(meQuery.queryKey)?.id;
  useEffect(() => {
    if (!isPainted || me === undefined || openBulkChanges(me).length === 0) return;
    import('../features/cases/list/bulk/tell-open-bulk-changes.ts').then(
      ({ tellOpenBulkChanges }) => tellOpenBulkChanges(me),
      // They go on without being told of; the next page tries again.
      () => undefined,
    );
  }, [isPainted, me]);
};
