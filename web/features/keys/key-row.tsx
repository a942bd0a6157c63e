import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { RenameButton } from '../../ui/rename-button.tsx';
import { Thing } from '../../ui/things.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { KeyFacts } from './key-facts.tsx';

/** One key: what it is for, what it may do, and its end. */
export const KeyRow = ({ apiKey }: { readonly apiKey: ApiKey }) => {
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
