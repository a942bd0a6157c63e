import { Combobox, Group } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matching, type PickOption } from './option.ts';
import { PickList } from './pick-list.tsx';
import { PickTarget } from './pick-target.tsx';
import { useFirstOption, usePick } from './use-pick.ts';

interface PickManyProps {
  readonly label: string;
  readonly options: readonly PickOption[];
  /** What is chosen now. */
  readonly values: readonly PickOption[];
  readonly children: ReactNode;
  /** In words, what is chosen. */
  readonly chosen: string;
  readonly isBoxed?: boolean;
  /** What commands find it by. */
  readonly property?: string;
  readonly isLoading?: boolean;
  readonly onSearch?: (typed: string) => void;
  readonly onOpen?: () => void;
  /** Whether what is typed can be chosen when there is no such option. */
  readonly canAdd?: boolean;
  /** Hears what is chosen when the list closes, unless it is what was chosen before. */
  readonly onPick: (values: readonly PickOption[]) => void;
}

/** A choice of several, edited where it stands. The whole choice is one change, made when the list closes. */
export const PickMany = (props: PickManyProps) => {
  const { label, options, values, children, chosen, isBoxed, isLoading, onSearch, onOpen, canAdd, onPick } = props;
  const { t } = useTranslation();
  const [toggled, setToggled] = useState<readonly PickOption[]>([]);
  const picked = toggle(values, toggled);
  const { combobox, typed, type } = usePick({
    onSearch,
    onOpen,
    onClosed: () => {
      setToggled([]);
      if (toggled.length > 0) onPick(picked);
    },
  });
  const found = onSearch === undefined ? matching(options, typed) : options;
  const shown = typed === '' ? [...values, ...found.filter((each) => !has(values, each))] : found;
  const added = { value: typed.trim(), label: typed.trim() };
  const isNew = canAdd === true && added.value !== '' && !shown.some((each) => sameWords(each, added));
  useFirstOption(combobox, typed, isNew ? [...shown, added] : shown);
  return (
    <Combobox
      store={combobox}
      keepMounted={false}
      width={260}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(value) => {
        const option = [...shown, ...picked].find((each) => each.value === value) ?? added;
        setToggled(toggle(toggled, [option]));
        if (typed !== '') type('');
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
          {toggled.length === 0 ? children : picked.map((each) => each.label).join(', ') || t('field.none')}
        </PickTarget>
      </Combobox.Target>
      <PickList label={label} typed={typed} onType={type} isLoading={isLoading} isEmpty={shown.length === 0 && !isNew}>
        {shown.map((option) => (
          <Combobox.Option key={option.value} value={option.value} aria-selected={has(picked, option)}>
            <Group gap="xs" justify="space-between" wrap="nowrap">
              {option.look ?? option.label}
              {has(picked, option) && <IconCheck size={14} aria-hidden />}
            </Group>
          </Combobox.Option>
        ))}
        {isNew && (
          <Combobox.Option value={added.value}>
            <Group gap="xs" wrap="nowrap">
              <IconPlus size={14} aria-hidden /> {t('pick.add', { typed: added.value })}
            </Group>
          </Combobox.Option>
        )}
      </PickList>
    </Combobox>
  );
};

const has = (options: readonly PickOption[], { value }: PickOption): boolean =>
  options.some((each) => each.value === value);

const sameWords = (one: PickOption, other: PickOption): boolean =>
  one.label.toLocaleLowerCase() === other.label.toLocaleLowerCase();

/** The options with those taken away that were among them, and the others added. */
const toggle = (options: readonly PickOption[], toggled: readonly PickOption[]): readonly PickOption[] => [
  ...options.filter((each) => !has(toggled, each)),
  ...toggled.filter((each) => !has(options, each)),
];
