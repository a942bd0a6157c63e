import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, type SubmitEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { writingAt } from '../query/completion.ts';
import styles from './query-field.module.css';
import { QueryMarks } from './query-marks.tsx';
import { useCompletion } from './use-completion.ts';

interface QueryFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  /** What is written, whether it was asked for or not. */
  readonly text: string;
  readonly spaceId: number | undefined;
  /** Places of what is wrong in it. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly isWrong: boolean;
  readonly onWrite: (text: string) => void;
  readonly onAsk: () => void;
}

/** Where one writes which cases; fields and values are completed, and what is wrong is marked. */
export const QueryField = ({ ref, text, spaceId, marks, isWrong, onWrite, onAsk }: QueryFieldProps) => {
  const { t } = useTranslation();
  const [cursor, setCursor] = useState<number>();
  const [scrolled, setScrolled] = useState(0);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const writing = cursor === undefined ? undefined : writingAt(text, cursor);
  const options = useCompletion(combobox.dropdownOpened ? writing : undefined, spaceId);
  const moved = (input: HTMLInputElement): void => {
    setCursor(input.selectionStart ?? undefined);
    setScrolled(input.scrollLeft);
  };
  const complete = (value: string): void => {
    if (writing === undefined) return;
    const end = writing.start + value.length;
    flushSync(() => onWrite(`${text.slice(0, writing.start)}${value}${text.slice(writing.end)}`));
    ref.current?.setSelectionRange(end, end);
    setCursor(end);
    combobox.resetSelectedOption();
    if (!value.endsWith(':')) combobox.closeDropdown();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    combobox.closeDropdown();
    onAsk();
  };
  return (
    <form onSubmit={submit} className={styles.field}>
      <Combobox
        store={combobox}
        keepMounted={false}
        onOptionSubmit={complete}
        position="bottom-start"
        width={320}
        withinPortal
      >
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={ref}
            role="combobox"
            aria-autocomplete="list"
            aria-label={t('cases.query')}
            aria-describedby={marks.length > 0 ? 'query-remarks' : undefined}
            error={isWrong}
            placeholder={t('cases.queryPlaceholder')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            spellCheck={false}
            autoComplete="off"
            dir="ltr"
            onChange={({ currentTarget }) => {
              onWrite(currentTarget.value);
              moved(currentTarget);
              combobox.resetSelectedOption();
              combobox.openDropdown();
            }}
            onSelect={({ currentTarget }) => moved(currentTarget)}
            onScroll={({ currentTarget }) => moved(currentTarget)}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={options.length === 0}>
          <Combobox.Options aria-label={t('list.query.completions')} mah={320} style={{ overflowY: 'auto' }}>
            {options.map(({ value, label }) => (
              <Combobox.Option key={value} value={value}>
                <Group gap="xs" justify="space-between" wrap="nowrap">
                  <span dir="ltr">{value}</span>
                  {label !== value && (
                    <Text span size="xs" c="dimmed" truncate>
                      {label}
                    </Text>
                  )}
                </Group>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <QueryMarks text={text} places={marks} scrolled={scrolled} />
    </form>
  );
};
