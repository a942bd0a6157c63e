import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Space, SpacePatch } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { fieldErrors } from '../../../ui/field-errors.ts';
import { FormEnd } from '../../../ui/form-end.tsx';
import { Section } from '../../../ui/section.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { VisibilitySelect } from './visibility-select.tsx';

/** What a space is called, who sees it, and whether it is in use. */
export const General = ({ space }: { readonly space: Space }) => {
  const { t } = useTranslation();
  const { id: spaceId, name, visibility, archived } = space;
  const form = useForm({ initialValues: { name, visibility } });
  const saving = useWrite({
    write: (body: SpacePatch) => casekeep.updateSpace({ spaceId, body }),
    outdates: [['spaces'], ['space', spaceId], ['me'], ['cases'], ['case']],
    told: t('action.saved'),
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  const archive = (wanted: boolean): void => saving.mutate({ archived: wanted });
  return (
    <Section title={t('space.parts.general')}>
      <form onSubmit={form.onSubmit((wanted) => saving.mutate(wanted, { onError: refused }))}>
        <Stack gap="sm" maw={420}>
          <TextInput label={t('space.name')} required {...form.getInputProps('name')} />
          <VisibilitySelect {...form.getInputProps('visibility')} />
        </Stack>
        <FormEnd label={t('action.save')} isPending={saving.isPending} />
      </form>
      <Group mt="md">
        {archived ? (
          <Button variant="default" onClick={() => archive(false)}>
            {t('space.unarchive')}
          </Button>
        ) : (
          <ConfirmButton
            size="sm"
            variant="light"
            label={t('space.archive')}
            question={t('space.archiveOne', { name })}
            onConfirm={() => archive(true)}
          >
            {t('space.archiveWhy')}
          </ConfirmButton>
        )}
      </Group>
    </Section>
  );
};
