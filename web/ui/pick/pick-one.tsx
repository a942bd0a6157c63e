import { Combobox, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { matching, type PickOption } from './option.ts';
import { PickList } from './pick-list.tsx';
import { PickTarget } from './pick-target.tsx';
import { useFirstOption, usePick } from './use-pick.ts';

interface PickOneProps {
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly value: string | null;
  /** What is chosen, in words, and how that looks. */
  readonly chosen: string;
  readonly children?: ReactNode;
  readonly isBoxed?: boolean;
  /** What commands find it by. */
  readonly property?: string;
  /** How wide the options are, in pixels, or as what shows the choice. */
  readonly width?: number | 'target';
  readonly isLoading?: boolean;
  /** Hears what is typed, for options that the server searches; otherwise they are searched here. */
  readonly onSearch?: (typed: string) => void;
  /** Hears that somebody is about to choose, for options that are read only then. */
  readonly onOpen?: () => void;
  readonly onPick: (value: string) => void;
}

/** A choice of one, edited where it stands: a press opens the options, typing searches them. */
export const PickOne = (props: PickOneProps) => {
  const { label, options, value, chosen, children, isBoxed, width = 260, isLoading, onSearch, onOpen, onPick } = props;
  const { combobox, typed, type } = usePick({ onSearch, onOpen });
  const shown = onSearch === undefined ? matching(options, typed) : options;
  useFirstOption(combobox, typed, shown);
  return (
    <Combobox
      store={combobox}
      keepMounted={false}
      width={width}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(picked) => {
        combobox.closeDropdown();
        if (picked !== value) onPick(picked);
      }}
    >
      <Combobox.Target targetType="button">
        <PickTarget
          label={label}
          chosen={chosen}
          isBoxed={isBoxed}
          property={props.property}
          onClick={() => combobox.toggleDropdown()}
        >
          {children ?? chosen}
        </PickTarget>
      </Combobox.Target>
      <PickList label={label} typed={typed} onType={type} isLoading={isLoading} isEmpty={shown.length === 0}>
        {shown.map((option) => (
          <Combobox.Option key={option.value} value={option.value} active={option.value === value}>
            <Group gap="xs" justify="space-between" wrap="nowrap">
              {option.look ?? option.label}
              {option.value === value && <IconCheck size={14} aria-hidden />}
            </Group>
          </Combobox.Option>
        ))}
      </PickList>
    </Combobox>
  );
};
