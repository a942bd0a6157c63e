import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';
import { ViewDialog, type ViewName } from './view-dialog.tsx';
import { viewsQuery } from './views.queries.ts';

interface ViewMenuProps {
  /** The view that one came from. */
  readonly viewId: number | undefined;
  /** What the list shows now. */
  readonly query: string;
  readonly columns: View['columns'];
  /** Hears which view one is at afterwards; undefined for none. */
  readonly onView: (viewId: number | undefined) => void;
}

const outdates = [['views']];

/** What a list shows, kept under a name. */
export const ViewMenu = ({ viewId, query, columns, onView }: ViewMenuProps) => {
  const { t } = useTranslation();
  const [named, setNamed] = useState<'new' | 'renamed'>();
  const view = useOwnView(viewId);
  const shown = { query, columns };
  const close = (): void => setNamed(undefined);
  const create = useWrite({
    ...{ outdates, told: t('views.saved'), isRefusalShown: true },
    write: (wanted: ViewName) => casekeep.createView({ body: { ...wanted, ...shown } }),
    onDone: ({ id }) => {
      close();
      onView(id);
    },
  });
  const rename = useWrite({
    ...{ outdates, told: t('views.saved'), isRefusalShown: true, onDone: close },
    write: (wanted: ViewName) => casekeep.updateView({ viewId: view?.id ?? 0, body: wanted }),
  });
  const update = useWrite({
    ...{ outdates, told: t('views.saved') },
    write: () => casekeep.updateView({ viewId: view?.id ?? 0, body: shown }),
  });
  const remove = useWrite({
    ...{ outdates, told: t('views.deleted') },
    write: () => casekeep.deleteView({ viewId: view?.id ?? 0 }),
    onDone: () => onView(undefined),
  });
  const naming = named === 'new' ? create : rename;
  return (
    <>
      <Menu position="bottom-end" keepMounted={false}>
        <Menu.Target>
          <Tooltip label={t('views.menu')}>
            <ActionIcon variant="default" size="lg" aria-label={t('views.menu')}>
              <IconBookmark size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {view && (
            <>
              <Menu.Label>{view.name}</Menu.Label>
              <Menu.Item onClick={() => update.mutate()}>{t('views.update')}</Menu.Item>
              <Menu.Item onClick={() => setNamed('renamed')}>{t('views.rename')}</Menu.Item>
              <Menu.Item c="var(--mantine-color-error)" onClick={() => remove.mutate()}>
                {t('views.delete')}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={() => setNamed('new')}>{t('views.saveAs')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {named !== undefined && (
        <ViewDialog
          title={named === 'new' ? t('views.saveAs') : t('views.rename')}
          initial={named === 'renamed' && view ? view : { name: '', spaceId: null }}
          isSaving={naming.isPending}
          error={naming.error}
          onSave={(wanted) => naming.mutate(wanted)}
          onClose={close}
        />
      )}
    </>
  );
};

/** The view, when it is one that whoever looks may change. */
const useOwnView = (viewId: number | undefined): View | undefined => {
  const { data: views = [] } = useQuery(viewsQuery);
  const me = useMe();
  const view = views.find(({ id }) => id === viewId);
  const manages = me.spaces.some(({ id, rights }) => id === view?.spaceId && rights.includes('ManageSpace'));
  return view?.authorId === me.id || manages ? view : undefined;
};
