import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../src/client/index.ts';
import type { Language } from '../../../languages/languages.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { isolated } from '../../../ui/isolated.ts';
import { Secret } from '../../../ui/secret.tsx';
import { fullTime } from '../../../ui/times.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { useSendsMail } from '../../workspace/workspace.queries.ts';

interface PasswordLinkProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** A link with which somebody sets a password: made when it is asked for, since earlier ones stop working then. */
export const PasswordLink = ({ user, onClose }: PasswordLinkProps) => {
  const { t, i18n } = useTranslation();
  const { id: userId, displayName: name } = user;
  const making = useWrite({ write: () => casekeep.createPasswordLink({ userId }), outdates: [] });
  const { data: link } = making;
  const mailing = useWrite({
    write: () => casekeep.mailPasswordLink({ userId, body: { language: i18n.language as Language } }),
    outdates: [],
    told: t('admin.people.linkMailed', { address: isolated(user.email ?? '') }),
    onDone: onClose,
  });
  const canMail = useSendsMail() && user.email !== '';
  return (
    <Stack>
      <Text size="sm">{t('admin.people.linkIs', { name })}</Text>
      {link !== undefined && (
        <>
          <Alert color="yellow">{t('action.once')}</Alert>
          <Secret label={t('admin.people.link')}>{link.url}</Secret>
          <Text size="sm" c="dimmed">
            {t('admin.people.linkEnds', { when: fullTime(link.expiresAt, i18n.language) })}
          </Text>
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
        {link === undefined && canMail && (
          <Button variant="default" loading={mailing.isPending} onClick={() => mailing.mutate()}>
            {t('admin.people.mailLink')}
          </Button>
        )}
        {link === undefined && (
          <Button loading={making.isPending} onClick={() => making.mutate()}>
            {t('admin.people.makeLink')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};
