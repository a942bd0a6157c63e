import { Button, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../../../ui/rich-text/rich-text.tsx';
import { RichTextField } from '../../../ui/rich-text/rich-text-field.tsx';
import { useMentionable } from '../../people/use-mentionable.ts';
import type { FullCase } from '../cases.queries.ts';
import { TextEditEnd } from '../change/text-edit-end.tsx';
import { useEditInPlace } from '../change/use-edit-in-place.ts';

interface DescriptionProps {
  readonly case: FullCase;
  readonly mayEdit: boolean;
}

/** What a case is about, edited where it stands. */
export const Description = ({ case: found, mayEdit }: DescriptionProps) => {
  const { t } = useTranslation();
  const searchPeople = useMentionable(found.spaceId);
  const command = { id: 'case-edit-description', label: t('case.editDescription'), keys: 'shift+E' };
  const { edit, begin, wasEditing } = useEditInPlace({ case: found, property: 'description', mayEdit, command });
  if (edit.draft === undefined || !mayEdit) {
    return (
      <Stack component="section" aria-label={t('field.description')} gap="xs" align="flex-start">
        {found.description === '' ? (
          <Text c="dimmed">{t('case.noDescription')}</Text>
        ) : (
          <RichText html={found.description} />
        )}
        {mayEdit && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconPencil size={14} aria-hidden />}
            autoFocus={wasEditing}
            onClick={begin}
          >
            {t('case.editDescription')}
          </Button>
        )}
      </Stack>
    );
  }
  return (
    <Stack component="section" aria-label={t('field.description')} gap="xs">
      <RichTextField
        label={t('field.description')}
        initial={edit.draft}
        isFocused
        onChange={edit.type}
        onSend={edit.save}
        searchPeople={searchPeople}
      />
      <TextEditEnd edit={edit} isComplete look={(html) => <RichText html={html} />} />
    </Stack>
  );
};
