import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { Listed } from '../../../ui/listed.tsx';
import { Section } from '../../../ui/section.tsx';
import { Things } from '../../../ui/things.tsx';
import { ChoiceForm } from './choice-form.tsx';
import type { ChoiceKind, ConfiguredChoice } from './choice-kinds.ts';
import { ChoiceRow } from './choice-row.tsx';
import { MergeForm } from './merge-form.tsx';
import { SortArea } from './sort-area.tsx';
import { useChoiceMove, useChoices } from './use-choices.ts';

type Opened = { readonly form: 'edit' | 'merge'; readonly choice?: ConfiguredChoice } | undefined;

interface ChoiceListProps {
  readonly kind: ChoiceKind;
  /** More that can be done with one. */
  readonly actionsOf?: (choice: ConfiguredChoice) => ReactNode;
}

/** The choices of one kind in their order, with everything that can be done with them. */
export const ChoiceList = ({ kind, actionsOf }: ChoiceListProps) => {
  const { t } = useTranslation();
  const list = useChoices(kind);
  const choices = list.data ?? [];
  const { mutate: move } = useChoiceMove(kind);
  const [opened, setOpened] = useState<Opened>();
  const close = (): void => setOpened(undefined);
  const title = t(`choice.${kind.noun}.title`);
  return (
    <Section
      title={title}
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpened({ form: 'edit' })}>
          {t(`choice.${kind.noun}.new`)}
        </Button>
      }
    >
      <Listed list={list} isEmpty={choices.length === 0} empty={t('choice.none')}>
        <SortArea things={choices} onMove={(from, to) => move({ from, to })}>
          <Things label={title}>
            {choices.map((choice, index) => (
              <ChoiceRow
                key={choice.id}
                kind={kind}
                choice={choice}
                place={{ index, count: choices.length }}
                onMove={(to) => move({ from: index, to })}
                onEdit={() => setOpened({ form: 'edit', choice })}
                onMerge={() => setOpened({ form: 'merge', choice })}
              >
                {actionsOf?.(choice)}
              </ChoiceRow>
            ))}
          </Things>
        </SortArea>
      </Listed>
      <ChoiceDialog kind={kind} choices={choices} opened={opened} onClose={close} />
    </Section>
  );
};

interface ChoiceDialogProps {
  readonly kind: ChoiceKind;
  readonly choices: readonly ConfiguredChoice[];
  readonly opened: Opened;
  readonly onClose: () => void;
}

const ChoiceDialog = ({ kind, choices, opened, onClose }: ChoiceDialogProps) => {
  const { t } = useTranslation();
  const { form, choice } = opened ?? {};
  const name = choice?.name ?? '';
  const titles = {
    merge: t('choice.mergeOne', { name }),
    edit: choice === undefined ? t(`choice.${kind.noun}.new`) : t('choice.editOne', { name }),
  };
  return (
    <Dialog title={titles[form ?? 'edit']} isOpen={opened !== undefined} onClose={onClose}>
      {form === 'merge' && choice !== undefined ? (
        <MergeForm kind={kind} choice={choice} choices={choices} onDone={onClose} />
      ) : (
        <ChoiceForm kind={kind} choice={choice} onDone={onClose} />
      )}
    </Dialog>
  );
};
