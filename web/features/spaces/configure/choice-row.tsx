import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Thing } from '../../../ui/things.tsx';
import { StatusBadge } from '../../cases/status-badge.tsx';
import { ChoiceBadges, ChoiceFacts } from './choice-facts.tsx';
import type { ChoiceKind, ConfiguredChoice } from './choice-kinds.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { Handle, useSortable } from './sortable.tsx';

interface ChoiceRowProps {
  readonly kind: ChoiceKind;
  readonly choice: ConfiguredChoice;
  readonly place: { readonly index: number; readonly count: number };
  readonly onMove: (to: number) => void;
  readonly onEdit: () => void;
  readonly onMerge: () => void;
  readonly children?: ReactNode;
}

/** One choice, at its place in the order. */
export const ChoiceRow = (props: ChoiceRowProps) => {
  const { kind, choice, place, onMove, onEdit, onMerge, children } = props;
  const { t } = useTranslation();
  const { name } = choice;
  const { rowRef, style, className, handle } = useSortable(choice.id);
  return (
    <Thing
      ref={rowRef}
      style={style}
      className={className}
      before={<Handle name={name} handle={handle} />}
      title={
        <>
          {kind.noun === 'status' ? (
            <StatusBadge status={{ name, isClosed: choice.isClosed === true, color: choice.color }} />
          ) : (
            <span>{name}</span>
          )}
          <ChoiceBadges choice={choice} />
        </>
      }
      details={<ChoiceFacts choice={choice} />}
    >
      {children}
      <Step isUp label={t('choice.up', { name })} isOff={place.index === 0} onStep={() => onMove(place.index - 1)} />
      <Step
        label={t('choice.down', { name })}
        isOff={place.index === place.count - 1}
        onStep={() => onMove(place.index + 1)}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t('choice.editOne', { name })}
        onClick={onEdit}
      >
        {t('choice.edit')}
      </Button>
      <ChoiceMenu kind={kind} choice={choice} onMerge={onMerge} />
    </Thing>
  );
};

interface StepProps {
  readonly isUp?: boolean;
  readonly label: string;
  readonly isOff: boolean;
  readonly onStep: () => void;
}

const Step = ({ isUp = false, label, isOff, onStep }: StepProps) => {
  const Arrow = isUp ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={isOff}
      data-disabled={isOff || undefined}
      onClick={() => {
        // It stays where the focus is, also at the end of the list.
        if (!isOff) onStep();
      }}
    >
      <Arrow size={14} aria-hidden />
    </ActionIcon>
  );
};
