import { Input, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewTemplate, Template } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { RichTextField } from '../../ui/rich-text/rich-text-field.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useMentionable } from '../people/use-mentionable.ts';
import { TemplateProperties } from './template-properties.tsx';
import type { TemplateParts } from './templates.queries.ts';

interface TemplateFormProps {
  readonly spaceId: number;
  readonly projectId: number;
  /** None for a new one. */
  readonly template: Template | undefined;
  readonly parts: TemplateParts;
  readonly onDone: () => void;
}

/** What a template says of a new case; all but its name can be left open. */
export const TemplateForm = ({ spaceId, projectId, template, parts, onDone }: TemplateFormProps) => {
  const { t } = useTranslation();
  const searchPeople = useMentionable(spaceId);
  const [name, setName] = useState(template?.name ?? '');
  const [said, setSaid] = useState(parts);
  const say = (changed: Partial<TemplateParts>): void => setSaid((now) => ({ ...now, ...changed }));
  const saving = useWrite({
    write: (body: NewTemplate) =>
      template === undefined
        ? casekeep.createTemplate({ projectId, body })
        : casekeep.updateTemplate({ templateId: template.id, body }),
    outdates: [['space', spaceId, 'templates']],
    isRefusalShown: true,
    onDone,
  });
  const save = (): void => saving.mutate(bodyOf(name, said));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('action.name')}
          required
          data-autofocus
          value={name}
          dir="auto"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={t('field.title')}
          value={said.title}
          dir="auto"
          onChange={({ currentTarget }) => say({ title: currentTarget.value })}
        />
        <div>
          <Input.Label component="div">{t('field.description')}</Input.Label>
          <RichTextField
            label={t('field.description')}
            initial={parts.description}
            onChange={(description) => say({ description })}
            onSend={save}
            searchPeople={searchPeople}
          />
        </div>
        <TemplateProperties place={{ spaceId, projectId }} said={said} onChange={say} />
        {saving.isError && <FailureNotice error={saving.error} />}
      </Stack>
      <FormEnd
        label={template === undefined ? t('action.create') : t('action.save')}
        isPending={saving.isPending}
        onCancel={onDone}
      />
    </form>
  );
};

const bodyOf = (
  name: string,
  { title, description, tags, section, priority, assignee }: TemplateParts,
): NewTemplate => ({
  ...{ name, title, description, tags: [...tags] },
  sectionId: section?.id ?? null,
  priorityId: priority?.id ?? null,
  assigneeId: assignee?.id ?? null,
});
