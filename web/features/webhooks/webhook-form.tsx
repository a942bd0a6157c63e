import { Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';
import type { ToldSecret } from './webhook-secret.tsx';

/** What most want to hear of; others are typed. */
const commonTypes = [
  ...['*', 'case.*', 'case.created', 'case.updated', 'case.deleted'],
  ...['comment.*', 'comment.created', 'attachment.*', 'milestone.*', 'space.*', 'user.*'],
];

const WORKSPACE = 'workspace';

interface Fields {
  readonly url: string;
  readonly description: string;
  readonly types: string[];
  readonly space: string;
}

interface WebhookFormProps {
  /** None for a new one. */
  readonly webhook?: Webhook;
  readonly onDone: (told: ToldSecret | undefined) => void;
  readonly onCancel: () => void;
}

/** Where events go, and which. */
export const WebhookForm = ({ webhook, onDone, onCancel }: WebhookFormProps) => {
  const { t } = useTranslation();
  const { isAdministrator, spaces } = useMe();
  const managed = spaces.filter(({ rights }) => rights.includes('ManageSpace'));
  const form = useForm<Fields>({
    initialValues: {
      url: webhook?.url ?? '',
      description: webhook?.description ?? '',
      types: webhook?.types ?? ['case.*'],
      space: isAdministrator ? WORKSPACE : String(managed[0]?.id ?? ''),
    },
  });
  const saving = useWrite({
    write: async (fields: Fields) => await save(webhook, fields),
    outdates: [['webhooks']],
    onDone,
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  return (
    <form onSubmit={form.onSubmit((fields) => saving.mutate(fields, { onError: refused }))}>
      <Stack gap="sm">
        <TextInput
          label={t('webhook.url')}
          placeholder={t('webhook.urlHint')}
          type="url"
          dir="ltr"
          required
          data-autofocus
          {...form.getInputProps('url')}
        />
        <TextInput label={t('webhook.description')} {...form.getInputProps('description')} />
        <TagsInput
          label={t('webhook.types')}
          description={t('webhook.typesHint')}
          data={commonTypes}
          acceptValueOnBlur
          {...form.getInputProps('types')}
        />
        {webhook === undefined && (
          <Select
            label={t('webhook.space')}
            allowDeselect={false}
            data={[
              ...(isAdministrator ? [{ value: WORKSPACE, label: t('webhook.workspace') }] : []),
              ...managed.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            {...form.getInputProps('space')}
          />
        )}
      </Stack>
      <FormEnd
        label={webhook === undefined ? t('action.create') : t('action.save')}
        isPending={saving.isPending}
        onCancel={onCancel}
      />
    </form>
  );
};

/** Answers the secret of a new one. */
const save = async (webhook: Webhook | undefined, { space, ...body }: Fields): Promise<ToldSecret | undefined> => {
  if (webhook === undefined) {
    return await casekeep.createWebhook({ body: { ...body, spaceId: space === WORKSPACE ? null : Number(space) } });
  }
  await casekeep.updateWebhook({ webhookId: webhook.id, body });
  return undefined;
};
