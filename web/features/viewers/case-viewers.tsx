import { Avatar, Group, Tooltip, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Face } from '../../ui/face.tsx';
import { useMe } from '../people/me.queries.ts';
import styles from './case-viewers.module.css';
import { useLooking } from './use-looking.ts';
import { viewersQuery } from './viewers.queries.ts';

/** How many are shown one by one. */
const MOST_SHOWN = 4;

/** The others who are looking at a case at this moment; and they see that one is. */
export const CaseViewers = ({ caseId }: { readonly caseId: number }) => {
  const { t } = useTranslation();
  const me = useMe();
  useLooking(caseId);
  const { data } = useQuery(viewersQuery(caseId));
  const others = data.filter(({ id }) => id !== me.id);
  if (others.length === 0) return null;
  const rest = others.slice(MOST_SHOWN).map(({ displayName }) => displayName);
  return (
    <Group component="ul" gap={0} wrap="nowrap" className={styles.viewers} aria-label={t('case.viewers')}>
      {others.slice(0, MOST_SHOWN).map(({ id, displayName, avatarUrl }) => (
        <li key={id}>
          <Tooltip label={t('case.isLooking', { name: displayName })}>
            <span>
              <Face name={displayName} picture={avatarUrl} size={26} />
            </span>
          </Tooltip>
          <VisuallyHidden>{displayName}</VisuallyHidden>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Tooltip label={rest.join(', ')}>
            <Avatar size={26} aria-hidden>
              +{rest.length}
            </Avatar>
          </Tooltip>
          <VisuallyHidden>{rest.join(', ')}</VisuallyHidden>
        </li>
      )}
    </Group>
  );
};
