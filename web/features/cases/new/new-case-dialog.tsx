import { Button, Checkbox, Group, Input, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { RichTextField } from '../../../ui/rich-text/rich-text-field.tsx';
import { useIsPhone } from '../../../ui/use-is-phone.ts';
import { useMentionable } from '../../people/use-mentionable.ts';
import type { FullCase } from '../cases.queries.ts';
import { SpaceField } from '../change/space-field.tsx';
import { ChosenFiles } from './chosen-files.tsx';
import { movedTo, type NewCaseDraft } from './new-case-draft.ts';
import { NewCaseProperties } from './new-case-properties.tsx';
import { SimilarCases } from './similar-cases.tsx';
import { TemplateField } from './template-field.tsx';
import { useNewCase } from './use-new-case.ts';

/** The longest title there can be, in characters. */
const MAX_LENGTH = 500;

interface NewCaseDialogProps {
  /** The case that the new one is a copy of. */
  readonly origin?: FullCase;
  readonly onClose: () => void;
}

/** Where a case is written; closed and opened again, it is as it was left. */
export const NewCaseDialog = ({ origin, onClose }: NewCaseDialogProps) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const form = useRef<HTMLFormElement>(null);
  const writing = useNewCase({ origin, onClose });
  const { draft, keep, space, project, rights, canCreate, create } = writing;
  const searchPeople = useMentionable(space?.id ?? 0);
  const change = (changed: Partial<NewCaseDraft>): void => keep({ ...draft, ...changed });
  const send = (): void => {
    if (canCreate && !create.isPending) create.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={origin === undefined ? t('nav.newCase') : t('newCase.copyOf', { id: origin.id })}
      size="xl"
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="sm">
          <Labelled label={t('field.space')}>
            <SpaceField
              value={space ?? null}
              right="Create"
              isBoxed
              onPick={(picked) => keep(movedTo(draft, picked))}
            />
          </Labelled>
          {space && project && (
            <TemplateField
              place={{ spaceId: space.id, projectId: project.id }}
              rights={rights}
              draft={draft}
              onFill={keep}
            />
          )}
          <TextInput
            label={t('field.title')}
            value={draft.title}
            dir="auto"
            maxLength={MAX_LENGTH}
            required
            data-autofocus
            onChange={({ currentTarget }) => change({ title: currentTarget.value })}
          />
          {space && <SimilarCases title={draft.title} spaceId={space.id} exceptId={origin?.id} />}
          <div>
            <Input.Label component="div">{t('field.description')}</Input.Label>
            <RichTextField
              key={draft.template?.id}
              label={t('field.description')}
              initial={draft.description}
              onChange={(description) => change({ description })}
              onSend={send}
              searchPeople={searchPeople}
            />
          </div>
          <ChosenFiles
            files={writing.files}
            mayUpload={rights.has('UploadAttachment')}
            within={form}
            onChange={writing.keepFiles}
          />
          <NewCaseProperties writing={writing} onChange={change} />
          {origin !== undefined && (
            <Checkbox
              label={t('newCase.relate', { id: origin.id })}
              checked={draft.isLinked === true}
              onChange={({ currentTarget }) => change({ isLinked: currentTarget.checked })}
            />
          )}
          {create.isError && <FailureNotice error={create.error} onRetry={send} />}
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {t('newCase.kept')}
            </Text>
            <Group gap="xs">
              <Button
                variant="subtle"
                onClick={() => {
                  writing.forget();
                  onClose();
                }}
              >
                {t('newCase.discard')}
              </Button>
              <Button type="submit" disabled={!canCreate} loading={create.isPending}>
                {t('newCase.create')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
