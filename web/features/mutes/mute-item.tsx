import { Menu } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { caseMuteQuery } from './mutes.queries.ts';
import { useMuteToggle } from './use-mute-toggle.ts';

/** What mutes a case, in a menu; or what ends that. */
export const MuteItem = ({ caseId }: { readonly caseId: number }) => {
  const { t } = useTranslation();
  const { data } = useQuery(caseMuteQuery(caseId));
  const { mutate: toggle } = useMuteToggle();
  const isMuted = data?.muted === true;
  return (
    <Menu.Item
      disabled={data === undefined}
      leftSection={isMuted ? <IconBell size={16} aria-hidden /> : <IconBellOff size={16} aria-hidden />}
      onClick={() => toggle(caseId)}
    >
      {t(isMuted ? 'mute.unmute' : 'mute.mute')}
    </Menu.Item>
  );
};
