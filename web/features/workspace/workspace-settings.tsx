import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { WorkspacePatch } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { Section } from '../../ui/section.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useWorkspaceName } from './workspace.queries.ts';

/** What everybody's workspace is called. */
export const WorkspaceSettings = () => {
  const { t } = useTranslation();
  const form = useForm<WorkspacePatch>({ initialValues: { name: useWorkspaceName() } });
  const saving = useWrite({
    write: (body: WorkspacePatch) => casekeep.updateWorkspace({ body }),
    outdates: [['workspace']],
    told: t('action.saved'),
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  return (
    <Section title={t('admin.parts.workspace')} hint={t('admin.workspaceHint')}>
      <form onSubmit={form.onSubmit((wanted) => saving.mutate(wanted, { onError: refused }))}>
        <TextInput maw={420} label={t('admin.workspaceName')} required maxLength={60} {...form.getInputProps('name')} />
        <FormEnd label={t('action.save')} isPending={saving.isPending} />
      </form>
    </Section>
  );
};
