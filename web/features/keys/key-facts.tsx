import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../../src/client/index.ts';
import { Joined } from '../../ui/joined.tsx';
import { relativeTime } from '../../ui/times.ts';
import { useMe } from '../people/me.queries.ts';

/** Where and for what a key works, and since when. */
export const KeyFacts = ({ apiKey }: { readonly apiKey: ApiKey }) => {
  const { t, i18n } = useTranslation();
  const { spaces } = useMe();
  const { origin, spaceIds, rights, createdAt, lastUsedAt, expiresAt } = apiKey;
  const ago = (at: string): string => relativeTime(at, i18n.language);
  const list = new Intl.ListFormat(i18n.language);
  const nameOf = (id: number): string => spaces.find((space) => space.id === id)?.name ?? String(id);
  return (
    <Joined>
      {[
        origin === 'sign-in' && t('key.fromSignIn'),
        spaceIds === null ? t('key.everywhere') : list.format(spaceIds.map(nameOf)),
        rights === null
          ? t('key.everything')
          : rights.length === 0
            ? t('key.readingOnly')
            : list.format(rights.map((right) => t(`key.rightNames.${right}`))),
        t('key.created', { when: ago(createdAt) }),
        lastUsedAt === null ? t('key.unused') : t('key.used', { when: ago(lastUsedAt) }),
        expiresAt !== null && t('key.expires', { when: ago(expiresAt) }),
      ]}
    </Joined>
  );
};
