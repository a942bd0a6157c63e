import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArrowMerge, IconDots, IconStar, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChoiceKind, ConfiguredChoice } from './choice-kinds.ts';
import { useChoiceRemoval, useChoiceUpdate } from './use-choices.ts';

interface ChoiceMenuProps {
  readonly kind: ChoiceKind;
  readonly choice: ConfiguredChoice;
  readonly onMerge: () => void;
}

/** What is done seldom with a choice. Deleting asks nothing: the server refuses it as long as any case has the choice. */
export const ChoiceMenu = ({ kind, choice, onMerge }: ChoiceMenuProps) => {
  const { t } = useTranslation();
  const { id, name, archived, isDefault } = choice;
  const { mutate: update } = useChoiceUpdate(kind);
  const { mutate: remove } = useChoiceRemoval(kind);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('action.actionsFor', { name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isDefault === false && !archived && (
          <Menu.Item leftSection={<IconStar size={14} aria-hidden />} onClick={() => update({ id, isDefault: true })}>
            {t('choice.makeDefault')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconArchive size={14} aria-hidden />}
          onClick={() => update({ id, archived: !archived })}
        >
          {archived ? t('choice.unarchive') : t('choice.archive')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowMerge size={14} aria-hidden />} onClick={onMerge}>
          {t('choice.merge')}
        </Menu.Item>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => remove(id)}
        >
          {t('choice.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
