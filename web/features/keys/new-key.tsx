import { MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { IssuedApiKey, NewApiKey } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';
import { type ChosenRights, RightsField } from './rights-field.tsx';

const DAY_MS = 86_400_000;
const expiries = [7, 30, 90, 365] as const;

interface Wanted {
  readonly name: string;
  readonly spaceIds: string[];
  readonly rights: ChosenRights;
  /** In days; "" for never. */
  readonly expiry: string;
}

const bodyOf = ({ name, spaceIds, rights, expiry }: Wanted): NewApiKey => ({
  name,
  spaceIds: spaceIds.length === 0 ? null : spaceIds.map(Number),
  rights: rights === null ? null : [...rights],
  expiresAt: expiry === '' ? null : new Date(Date.now() + Number(expiry) * DAY_MS).toISOString(),
});

interface NewKeyProps {
  readonly onIssued: (issued: IssuedApiKey) => void;
  readonly onCancel: () => void;
}

/** What a new key is for, and what it may do at the most. */
export const NewKey = ({ onIssued, onCancel }: NewKeyProps) => {
  const { t } = useTranslation();
  const { spaces, rights } = useMe();
  const form = useForm<Wanted>({ initialValues: { name: '', spaceIds: [], rights: null, expiry: '90' } });
  const issuing = useWrite({
    write: (wanted: Wanted) => casekeep.createKey({ body: bodyOf(wanted) }),
    outdates: [['keys']],
    onDone: onIssued,
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  return (
    <form onSubmit={form.onSubmit((wanted) => issuing.mutate(wanted, { onError: refused }))}>
      <Stack gap="sm">
        <TextInput
          label={t('key.name')}
          placeholder={t('key.nameHint')}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <MultiSelect
          label={t('key.spaces')}
          placeholder={form.values.spaceIds.length === 0 ? t('key.allSpaces') : ''}
          data={spaces.map(({ id, name }) => ({ value: String(id), label: name }))}
          searchable
          {...form.getInputProps('spaceIds')}
        />
        <RightsField
          own={rights}
          value={form.values.rights}
          onChange={(chosen) => form.setFieldValue('rights', chosen)}
        />
        <Select
          label={t('key.expiresAt')}
          allowDeselect={false}
          data={[
            ...expiries.map((days) => ({ value: String(days), label: t('key.expiry.days', { count: days }) })),
            { value: '', label: t('key.expiry.never') },
          ]}
          {...form.getInputProps('expiry')}
        />
      </Stack>
      <FormEnd label={t('action.create')} isPending={issuing.isPending} onCancel={onCancel} />
    </form>
  );
};
