import { Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAt } from '../../../../src/client/index.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { RichText } from '../../../ui/rich-text/rich-text.tsx';
import { fullTime } from '../../../ui/times.ts';
import { Property } from '../page/property.tsx';
import { caseAtQuery, type Moment } from './history.queries.ts';
import { type PastProperty, pastProperties, usePropertyName } from './property-name.ts';
import { ValueName } from './value-name.tsx';

interface CaseAtDialogProps {
  readonly caseId: number;
  readonly moment: Moment;
  readonly onClose: () => void;
}

/** A case as it was at a moment, which can be chosen. */
export const CaseAtDialog = ({ caseId, moment, onClose }: CaseAtDialogProps) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(moment);
  const { data, error } = useQuery(caseAtQuery(caseId, asked));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('history.asItWas')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <TextInput
          type="datetime-local"
          label={t('history.moment')}
          max={asLocal(new Date())}
          defaultValue={'time' in moment ? asLocal(new Date(moment.time)) : undefined}
          onChange={({ currentTarget: { value } }) => {
            const time = new Date(value);
            if (!Number.isNaN(time.getTime())) setAsked({ time: time.toISOString() });
          }}
        />
        {error !== null ? <FailureNotice error={error} /> : data === undefined ? <Loading /> : <Past case={data} />}
      </Stack>
    </Modal>
  );
};

/** In the form of the field for a local time. */
const asLocal = (time: Date): string =>
  new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** All of them; title and description stand above. */
const listed = pastProperties.filter((property) => property !== 'title' && property !== 'description');

const Past = ({ case: past }: { readonly case: CaseAt }) => {
  const { t, i18n } = useTranslation();
  const nameOf = usePropertyName();
  return (
    <Stack component="section" aria-label={t('history.asItWas')} gap="xs">
      <Text size="sm" c="dimmed">
        {t('history.since', { revision: past.revision, time: fullTime(past.updatedAt, i18n.language) })}
      </Text>
      <Title order={3} size="h4">
        {past.title}
      </Title>
      <RichText fz="sm" html={past.description} />
      <Stack gap={0}>
        {listed.map((property) => (
          <Property key={property} label={nameOf(property)}>
            <PastValue property={property} value={past[property]} />
          </Property>
        ))}
      </Stack>
    </Stack>
  );
};

interface PastValueProps {
  readonly property: PastProperty;
  readonly value: CaseAt[PastProperty];
}

/** Several values stand one below the other. */
const PastValue = ({ property, value }: PastValueProps) => {
  if (!Array.isArray(value) || value.length === 0) {
    return <ValueName property={property} value={Array.isArray(value) ? null : value} />;
  }
  return (
    <Stack gap={4}>
      {value.map((each) => (
        <ValueName key={each} property={property} value={each} />
      ))}
    </Stack>
  );
};
