import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconCopyCheck,
  IconDots,
  IconHistory,
  IconLink,
  type IconProps,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../../server/casekeep.ts';
import { useCommands } from '../../../ui/commands.ts';
import { tellUndoable } from '../../../ui/tell-undoable.tsx';
import { useCopyLink } from '../../../ui/use-copy-link.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { MuteItem } from '../../mutes/mute-item.tsx';
import { useMe } from '../../people/me.queries.ts';
import type { FullCase } from '../cases.queries.ts';
import type { Right } from '../change/rights-on-case.ts';

const NewCaseDialog = lazy(async () => ({ default: (await import('../new/new-case-dialog.tsx')).NewCaseDialog }));
const DuplicateDialog = lazy(async () => ({
  default: (await import('../../links/duplicate-dialog.tsx')).DuplicateDialog,
}));
const CaseAtDialog = lazy(async () => ({ default: (await import('../timeline/case-at-dialog.tsx')).CaseAtDialog }));

interface CaseMenuProps {
  readonly case: FullCase;
  readonly rights: ReadonlySet<Right>;
  readonly onDeleted: () => void;
}

interface CaseAction {
  readonly id: string;
  readonly label: string;
  readonly Icon: ComponentType<IconProps>;
  readonly keys?: string;
  readonly run: () => void;
}

/** What can be done with a whole case, from its menu and from the palette. */
export const CaseMenu = ({ case: found, rights, onDeleted }: CaseMenuProps) => {
  const { id, title, createdAt } = found;
  const { t } = useTranslation();
  const copyLink = useCopyLink();
  const [opened, setOpened] = useState<'copy' | 'look-back' | 'duplicate'>();
  const mayClose = rights.has('Update') && rights.has('UpdateIssueStatus');
  const mayCreate = useMe().rights.includes('Create');
  const { mutate: remove } = useDeleteCase(id, onDeleted);
  const copy = (): void => copyLink(`/cases/${id}`);
  const actions: readonly CaseAction[] = [
    { id: 'copy-link', label: t('case.copyLink'), Icon: IconLink, keys: 'mod+shift+L', run: copy },
    { id: 'look-back', label: t('case.lookBack'), Icon: IconHistory, run: () => setOpened('look-back') },
    ...(mayCreate ? [{ id: 'copy', label: t('case.copy'), Icon: IconCopy, run: () => setOpened('copy') }] : []),
    ...(mayClose
      ? [
          {
            id: 'duplicate',
            label: t('links.closeAsDuplicate'),
            Icon: IconCopyCheck,
            run: () => setOpened('duplicate'),
          },
        ]
      : []),
  ];
  const group = t('case.number', { id });
  useCommands(actions.map(({ id: name, label, keys, run }) => ({ id: `case-${name}`, label, group, keys, run })));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('case.menu')} title={title}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map(({ id: name, label, Icon, run }) => (
            <Menu.Item key={name} leftSection={<Icon size={16} aria-hidden />} onClick={run}>
              {label}
            </Menu.Item>
          ))}
          <MuteItem caseId={id} />
          {rights.has('Delete') && (
            <Menu.Item
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => remove()}
            >
              {t('case.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {opened === 'copy' && <NewCaseDialog origin={found} onClose={() => setOpened(undefined)} />}
        {opened === 'duplicate' && <DuplicateDialog case={found} onClose={() => setOpened(undefined)} />}
        {opened === 'look-back' && (
          <CaseAtDialog caseId={id} moment={{ time: createdAt }} onClose={() => setOpened(undefined)} />
        )}
      </Suspense>
    </>
  );
};

/** Moves a case into the bin, and offers the way back. */
const useDeleteCase = (caseId: number, onDeleted: () => void) => {
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
      tellUndoable(t('case.deleted', { id: caseId }), () => restore.mutate());
      onDeleted();
    },
  });
};
