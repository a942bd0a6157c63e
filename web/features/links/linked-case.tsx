import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../../src/client/index.ts';
import { AnchorTo } from '../../ui/links.tsx';
import { Thing } from '../../ui/things.tsx';
import { StatusBadge } from '../cases/status-badge.tsx';
import { useMe } from '../people/me.queries.ts';

interface LinkedCaseProps {
  readonly link: Link;
  /** Whether the case from which it is seen may be changed. */
  readonly mayUnlink: boolean;
  readonly onUnlink: () => void;
}

/** The other case of a link, and a way to take the link away. */
export const LinkedCase = ({ link: { case: other }, mayUnlink, onUnlink }: LinkedCaseProps) => {
  const { t } = useTranslation();
  const space = useMe().spaces.find(({ id }) => id === other.spaceId);
  const { id, title, status } = other;
  return (
    <Thing
      title={
        <>
          <StatusBadge status={status} />
          <AnchorTo
            to="/cases/$caseId"
            params={{ caseId: String(id) }}
            inherit
            c={status.isClosed ? 'dimmed' : undefined}
          >
            <bdi>{title}</bdi>
          </AnchorTo>
        </>
      }
      details={
        <Text span inherit>
          {t('case.number', { id })}
          {space !== undefined && ` · ${space.name}`}
        </Text>
      }
    >
      {(mayUnlink || space?.rights.includes('AdminEntityUpdate') === true) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('links.remove', { id, title })}
          onClick={onUnlink}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </Thing>
  );
};
