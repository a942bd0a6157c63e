import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Listed } from '../../ui/listed.tsx';
import { Section } from '../../ui/section.tsx';
import { Thing, Things } from '../../ui/things.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { templatesQuery } from './templates.queries.ts';

const TemplateDialog = lazy(async () => ({ default: (await import('./template-dialog.tsx')).TemplateDialog }));

interface TemplatesProps {
  readonly spaceId: number;
  readonly projectId: number;
}

/** How new cases of a project can begin, for those who configure that. */
export const Templates = (place: TemplatesProps) => {
  const { t } = useTranslation();
  const list = useQuery(templatesQuery(place));
  const templates = list.data ?? [];
  const [opened, setOpened] = useState<Template | 'new'>();
  return (
    <Section
      title={t('template.title')}
      hint={t('template.hint')}
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpened('new')}>
          {t('template.new')}
        </Button>
      }
    >
      <Listed list={list} isEmpty={templates.length === 0} empty={t('choice.none')}>
        <Things label={t('template.title')}>
          {templates.map((template) => (
            <OneTemplate
              key={template.id}
              spaceId={place.spaceId}
              template={template}
              onEdit={() => setOpened(template)}
            />
          ))}
        </Things>
      </Listed>
      <Suspense>
        {opened !== undefined && (
          <TemplateDialog
            {...place}
            template={opened === 'new' ? undefined : opened}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Suspense>
    </Section>
  );
};

interface OneTemplateProps {
  readonly spaceId: number;
  readonly template: Template;
  readonly onEdit: () => void;
}

const OneTemplate = ({ spaceId, template: { id, name, title }, onEdit }: OneTemplateProps) => {
  const { t } = useTranslation();
  const removing = useWrite({
    write: () => casekeep.deleteTemplate({ templateId: id }),
    outdates: [['space', spaceId, 'templates']],
  });
  return (
    <Thing title={<bdi>{name}</bdi>} details={title === '' ? undefined : <bdi>{title}</bdi>}>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t('choice.editOne', { name })}
        onClick={onEdit}
      >
        {t('choice.edit')}
      </Button>
      <ConfirmButton
        label={t('choice.delete')}
        aria-label={`${t('choice.delete')}: ${name}`}
        question={t('template.deleteOne', { name })}
        loading={removing.isPending}
        onConfirm={() => removing.mutate()}
      >
        {t('template.deleteWhy')}
      </ConfirmButton>
    </Thing>
  );
};
