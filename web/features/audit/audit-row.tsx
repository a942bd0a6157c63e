import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../src/client/index.ts';
import { Joined } from '../../ui/joined.tsx';
import { Thing } from '../../ui/things.tsx';
import { When } from '../../ui/when.tsx';
import { readUserAgent } from '../settings/user-agent.ts';
import { AuditChanges } from './audit-changes.tsx';
import { useAuditSentence } from './audit-sentence.ts';

/** One thing that happened, as a sentence. */
export const AuditRow = ({ entry }: { readonly entry: AuditEntry }) => {
  const { t } = useTranslation();
  const sentence = useAuditSentence()(entry);
  const { space, door, address, userAgent } = entry;
  const { browser, system } = readUserAgent(userAgent ?? '');
  return (
    <Thing
      title={
        <Text inherit style={{ overflowWrap: 'anywhere' }}>
          {sentence}
        </Text>
      }
      details={
        <>
          <AuditChanges entry={entry} />
          <Joined>
            {[
              <When key="at" at={entry.at} />,
              space !== null && <bdi key="space">{space.name}</bdi>,
              t(`audit.door.${door}`),
              address !== null && <bdi key="address">{address}</bdi>,
              userAgent !== null && <bdi key="agent">{[browser, system].filter(Boolean).join(', ') || userAgent}</bdi>,
            ]}
          </Joined>
        </>
      }
    />
  );
};
