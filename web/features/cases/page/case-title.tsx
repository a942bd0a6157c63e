import { ActionIcon, Group, Stack, Text, Textarea, Title, Tooltip } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FullCase } from '../cases.queries.ts';
import { TextEditEnd } from '../change/text-edit-end.tsx';
import { useEditInPlace } from '../change/use-edit-in-place.ts';

/** The longest title there can be, in characters. */
const MAX_LENGTH = 500;

interface CaseTitleProps {
  readonly case: FullCase;
  readonly mayEdit: boolean;
}

/** What a case is called, edited where it stands. */
export const CaseTitle = ({ case: found, mayEdit }: CaseTitleProps) => {
  const { t } = useTranslation();
  const command = { id: 'case-edit-title', label: t('case.editTitle'), keys: 'e' };
  const { edit, begin, wasEditing } = useEditInPlace({ case: found, property: 'title', mayEdit, command });
  if (edit.draft === undefined || !mayEdit) {
    return (
      <Group gap={4} wrap="nowrap" align="flex-start">
        <Title order={1} size="h3" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {found.title}
        </Title>
        {mayEdit && (
          <Tooltip label={t('case.editTitle')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('case.editTitle')}
              onClick={begin}
              autoFocus={wasEditing}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Textarea
        aria-label={t('field.title')}
        value={edit.draft}
        autosize
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(found.title.length, found.title.length)}
        maxLength={MAX_LENGTH}
        onChange={({ currentTarget }) => edit.type(currentTarget.value.replaceAll('\n', ' '))}
        onKeyDown={getHotkeyHandler([
          ['Enter', edit.save],
          ['Escape', edit.cancel],
        ])}
      />
      <TextEditEnd edit={edit} isComplete={edit.draft.trim() !== ''} look={(text) => <Text>{text}</Text>} />
    </Stack>
  );
};
