import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiKey, OwnedApiKey } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Person } from '../../ui/person.tsx';
import { RenameButton } from '../../ui/rename-button.tsx';
import { Thing } from '../../ui/things.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { KeyFacts } from './key-facts.tsx';

interface KeyRowProps {
  readonly apiKey: ApiKey;
  /** In whose name it works, where that is not plain. */
  readonly owner?: OwnedApiKey['owner'];
}

/** One key: what it is for, what it may do, and its end. */
export const KeyRow = ({ apiKey, owner }: KeyRowProps) => {
  const { t } = useTranslation();
  const { id: keyId, name, state } = apiKey;
  const outdates = [['keys']];
  const renaming = useWrite({
    write: (wanted: string) => casekeep.updateKey({ keyId, body: { name: wanted } }),
    outdates,
    isRefusalShown: true,
  });
  const revoking = useWrite({ write: () => casekeep.deleteKey({ keyId }), outdates });
  return (
    <Thing
      title={
        <>
          <span>{name}</span>
          <Badge size="sm" variant="light" color={state === 'active' ? 'pine' : 'gray'} tt="none">
            {t(`key.state.${state}`)}
          </Badge>
          {owner !== undefined && (
            <Text component="div" size="sm" c="dimmed">
              <Person name={owner.displayName} picture={owner.avatarUrl} />
            </Text>
          )}
          {owner?.isActive === false && (
            <Badge size="sm" variant="light" color="gray" tt="none">
              {t('admin.people.deactivated')}
            </Badge>
          )}
        </>
      }
      details={<KeyFacts apiKey={apiKey} />}
    >
      {state === 'active' && (
        <>
          <RenameButton name={name} title={t('key.name')} renaming={renaming} />
          <ConfirmButton
            label={t('key.revoke')}
            aria-label={`${t('key.revoke')}: ${name}`}
            question={t('key.revokeOne', { name })}
            loading={revoking.isPending}
            onConfirm={() => revoking.mutate()}
          >
            {t('key.revokeWhy')}
          </ConfirmButton>
        </>
      )}
    </Thing>
  );
};
