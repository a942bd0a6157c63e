import { Button, Tooltip } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/commands.ts';
import { caseMuteQuery } from './mutes.queries.ts';
import { useMuteToggle } from './use-mute-toggle.ts';

/** Says that one has muted a case, and ends that; nothing otherwise. The palette does both. */
export const MutedMark = ({ caseId }: { readonly caseId: number }) => {
  const { t } = useTranslation();
  const { data } = useQuery(caseMuteQuery(caseId));
  const { mutate: toggle } = useMuteToggle();
  const isMuted = data?.muted === true;
  const label = t(isMuted ? 'mute.unmute' : 'mute.mute');
  const run = (): void => toggle(caseId);
  useCommands([{ id: 'case-mute', label, group: t('case.number', { id: caseId }), run }]);
  if (!isMuted) return null;
  return (
    <Tooltip label={t('mute.mutedHint')} multiline maw={260} events={{ hover: true, focus: true, touch: false }}>
      <Button
        size="compact-xs"
        variant="light"
        color="gray"
        leftSection={<IconBellOff size={14} aria-hidden />}
        aria-label={`${t('mute.muted')}: ${label}`}
        onClick={run}
      >
        {t('mute.muted')}
      </Button>
    </Tooltip>
  );
};
