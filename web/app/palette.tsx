import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../server/casekeep.ts';
import type { Command } from '../ui/commands.ts';
import { Keys } from '../ui/keys.tsx';

/** How many cases are offered. */
const MOST_CASES = 8;

const [store, { open, close }] = createSpotlight();

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Where one says what one wants to do, and where one wants to go: commands by their names, cases by what is in them. */
export const Palette = ({ commands, onClose }: PaletteProps) => {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const choose = useChosen();
  const found = commands.filter(({ id, label }) => id !== 'palette' && hasWords(label, query));
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      store={store}
      onSpotlightClose={onClose}
      scrollable
      styles={{ actionDescription: { opacity: 1 } }}
    >
      <Spotlight.Search placeholder={t('nav.search')} leftSection={<IconSearch size={18} aria-hidden />} />
      <Spotlight.ActionsList>
        {[...Map.groupBy(found, ({ group }) => group)].map(([group, some]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {some.map(({ id, label, keys, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                rightSection={keys && <Keys keys={keys} />}
                onClick={() => choose(run)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {/* They come later, and do not push away what Enter would do. */}
        <FoundCases query={query.trim()} isAlone={found.length === 0} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};

/** Whether each word that was typed is somewhere in a text. */
const hasWords = (text: string, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.toLowerCase().includes(word));

/**
 * Opens the palette as long as it is there. When it is gone, whatever had the focus before has it again, and only then
 * is done what was chosen: it may be about what has the focus, or take it.
 */
const useChosen = (): ((run: () => void) => void) => {
  const chosen = useRef<() => void>(undefined);
  useEffect(() => {
    const before = document.activeElement;
    open();
    return () => {
      close();
      if (before instanceof HTMLElement) before.focus();
      chosen.current?.();
    };
  }, []);
  return (run) => {
    chosen.current = run;
    close();
  };
};

interface FoundCasesProps {
  readonly query: string;
  /** Whether nothing else was found. */
  readonly isAlone: boolean;
}

const FoundCases = ({ query, isAlone }: FoundCasesProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['cases', 'search', query],
    queryFn: async ({ signal }) => await casekeep.searchCases({ query, limit: MOST_CASES }, { signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const cases = query === '' ? [] : (data?.items ?? []);
  useFirstChosen(query);
  if (cases.length === 0) {
    return isAlone && data !== undefined ? <Spotlight.Empty>{t('pick.nothing')}</Spotlight.Empty> : null;
  }
  return (
    <Spotlight.ActionsGroup label={t('cases.title')}>
      {cases.map(({ id, title }) => (
        <Spotlight.Action
          key={id}
          label={title}
          description={t('case.number', { id })}
          onClick={() => {
            close();
            void navigate({ to: '/cases/$caseId', params: { caseId: String(id) } });
          }}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
};

/** What was chosen may be gone with the cases that are found, also with as many others: then Enter means the first one. */
const useFirstChosen = (query: string): void => {
  // Before it is seen: Enter may be pressed as soon as it is.
  useLayoutEffect(() => {
    const list = document.getElementById(store.getState().listId);
    const first = list?.querySelector('[data-action]');
    if (query === '' || first == null || list?.querySelector('[data-selected]')) return;
    first.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  });
};
