import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeletedCase } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Thing } from '../../ui/things.tsx';
import { relativeTime } from '../../ui/times.ts';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';

/** A case in the bin: it comes back, or goes for good. */
export const BinnedCase = ({ case: found }: { readonly case: DeletedCase }) => {
  const { t, i18n } = useTranslation();
  const { spaces } = useMe();
  const { id: caseId, title, spaceId, deletedAt, keptUntil } = found;
  const space = spaces.find(({ id }) => id === spaceId);
  const outdates = [['cases'], ['case', caseId]];
  const restoring = useWrite({
    write: () => casekeep.restoreCase({ caseId }),
    outdates,
    told: t('admin.bin.restored', { id: caseId }),
  });
  const purging = useWrite({ write: () => casekeep.purgeCase({ caseId }), outdates });
  const facts = [
    space?.name ?? '',
    t('admin.bin.deleted', { when: relativeTime(deletedAt, i18n.language) }),
    t('admin.bin.kept', { when: relativeTime(keptUntil, i18n.language) }),
  ];
  return (
    <Thing
      title={
        <>
          <Text span size="sm" c="dimmed">
            {caseId}
          </Text>
          <span>{title}</span>
        </>
      }
      details={facts.filter((fact) => fact !== '').join(' · ')}
    >
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${t('admin.bin.restore')}: ${title}`}
        loading={restoring.isPending}
        onClick={() => restoring.mutate()}
      >
        {t('admin.bin.restore')}
      </Button>
      {space?.rights.includes('ManageSpace') === true && (
        <ConfirmButton
          label={t('admin.bin.purge')}
          aria-label={`${t('admin.bin.purge')}: ${title}`}
          question={t('admin.bin.purgeOne', { id: caseId })}
          loading={purging.isPending}
          onConfirm={() => purging.mutate()}
        >
          {t('admin.bin.purgeWhy', { title })}
        </ConfirmButton>
      )}
    </Thing>
  );
};
