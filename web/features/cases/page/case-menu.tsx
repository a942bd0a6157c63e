import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconHistory, IconLink, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../../server/casekeep.ts';
import { useCommands } from '../../../ui/commands.ts';
import { useCopyLink } from '../../../ui/use-copy-link.ts';
import { useWrite } from '../../../ui/use-write.ts';
import type { FullCase } from '../cases.queries.ts';

const CaseAtDialog = lazy(async () => ({ default: (await import('../timeline/case-at-dialog.tsx')).CaseAtDialog }));

interface CaseMenuProps {
  readonly case: FullCase;
  readonly mayDelete: boolean;
}

/** What can be done with a whole case. */
export const CaseMenu = ({ case: { id, title, createdAt }, mayDelete }: CaseMenuProps) => {
  const { t } = useTranslation();
  const copyLink = useCopyLink();
  const [isLookingBack, setLookingBack] = useState(false);
  const { mutate: remove } = useDeleteCase(id);
  const copy = (): void => copyLink(`/cases/${id}`);
  const group = t('case.number', { id });
  useCommands([
    { id: 'case-copy-link', label: t('case.copyLink'), group, keys: 'mod+shift+L', run: copy },
    { id: 'case-look-back', label: t('case.lookBack'), group, run: () => setLookingBack(true) },
  ]);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('case.menu')} title={title}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={copy}>
            {t('case.copyLink')}
          </Menu.Item>
          <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => setLookingBack(true)}>
            {t('case.lookBack')}
          </Menu.Item>
          {mayDelete && (
            <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove()}>
              {t('case.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {isLookingBack && (
          <CaseAtDialog caseId={id} moment={{ time: createdAt }} onClose={() => setLookingBack(false)} />
        )}
      </Suspense>
    </>
  );
};

/** How long a deleted case can be brought back from where it is told, in milliseconds. */
const UNDO_MS = 15_000;

/** Moves a case into the bin, leads away from it, and offers the way back. */
const useDeleteCase = (caseId: number) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const restore = useWrite({
    write: () => casekeep.restoreCase({ caseId, fields: 'id' }),
    outdates: [['case', caseId], ['cases']],
    onDone: () => void navigate({ to: '/cases/$caseId', params: { caseId: String(caseId) } }),
  });
  return useWrite({
    write: () => casekeep.deleteCase({ caseId }),
    outdates: [['cases']],
    onDone: () => {
      const toast = notifications.show({
        autoClose: UNDO_MS,
        message: (
          <Group justify="space-between">
            {t('case.deleted', { id: caseId })}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(toast);
                restore.mutate();
              }}
            >
              {t('case.undo')}
            </Button>
          </Group>
        ),
      });
      void navigate({ to: '/cases', search: { q: 'is:open' } });
    },
  });
};
