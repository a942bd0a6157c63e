import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMe } from '../people/me.queries.ts';

/** What a view is called, and with which space it is shared; null for nobody. */
export interface ViewName {
  readonly name: string;
  readonly spaceId: number | null;
}

interface ViewDialogProps {
  readonly title: string;
  readonly initial: ViewName;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onSave: (named: ViewName) => void;
  readonly onClose: () => void;
}

const NOBODY = 'none';

/** Where a view is given its name. */
export const ViewDialog = ({ title, initial, isSaving, error, onSave, onClose }: ViewDialogProps) => {
  const { t } = useTranslation();
  const { spaces } = useMe();
  const form = useForm({ initialValues: { name: initial.name, shared: String(initial.spaceId ?? NOBODY) } });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={form.onSubmit(({ name, shared }) =>
          onSave({ name, spaceId: shared === NOBODY ? null : Number(shared) }),
        )}
      >
        <Stack>
          <TextInput label={t('views.name')} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <Select
            label={t('views.shared')}
            allowDeselect={false}
            data={[
              { value: NOBODY, label: t('views.onlyMe') },
              ...spaces.map(({ id, name }) => ({ value: String(id), label: t('views.withSpace', { name }) })),
            ]}
            {...form.getInputProps('shared')}
          />
          {error !== null && <FailureNotice error={error} />}
          <Button type="submit" loading={isSaving}>
            {t('views.save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
};
