import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../src/client/index.ts';
import { Joined } from '../../ui/joined.tsx';
import { relativeTime } from '../../ui/times.ts';
import { useMe } from '../people/me.queries.ts';

/** What a webhook is for, what it is told, and whether that gets through. */
export const WebhookFacts = ({ webhook }: { readonly webhook: Webhook }) => {
  const { t, i18n } = useTranslation();
  const { spaces } = useMe();
  const { description, types, spaceId, failingSince, disabledAt } = webhook;
  const ago = (at: string): string => relativeTime(at, i18n.language);
  return (
    <Joined>
      {[
        description !== '' && description,
        types.join(', '),
        spaceId === null ? t('webhook.workspace') : (spaces.find(({ id }) => id === spaceId)?.name ?? spaceId),
        failingSince !== null && t('webhook.failing', { when: ago(failingSince) }),
        disabledAt !== null && t('webhook.disabled', { when: ago(disabledAt) }),
      ]}
    </Joined>
  );
};
