import { ActionIcon, Flex, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullCase } from '../cases/cases.queries.ts';
import { CaseField } from '../cases/change/case-field.tsx';
import { type Relation, relations } from './links.queries.ts';
import { useLinkCases } from './use-link-cases.ts';

interface LinkFormProps {
  readonly case: FullCase;
  readonly onClose: () => void;
}

/** What the case is to another one, and which one that is: choosing it makes the link. */
export const LinkForm = ({ case: { id, spaceId }, onClose }: LinkFormProps) => {
  const { t } = useTranslation();
  const [relation, setRelation] = useState<Relation>('relates');
  const linking = useLinkCases(id, onClose);
  return (
    <Flex gap="xs" direction={{ base: 'column', xs: 'row' }} align={{ base: 'stretch', xs: 'center' }}>
      <Select
        aria-label={t('links.kind')}
        data={relations.map((value) => ({ value, label: t(`links.relation.${value}`) }))}
        value={relation}
        allowDeselect={false}
        autoFocus
        w={{ base: '100%', xs: 170 }}
        onChange={(picked) => picked !== null && setRelation(picked)}
      />
      <Flex gap="xs" align="center" flex={1} miw={0}>
        <CaseField
          label={t('links.other')}
          spaceId={spaceId}
          exceptId={id}
          value={null}
          isBusy={linking.isPending}
          onPick={(other) => linking.mutate({ relation, otherCaseId: other.id })}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t('links.stop')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </Flex>
    </Flex>
  );
};
