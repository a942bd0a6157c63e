import { Combobox, ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../use-connection.ts';

interface PickListProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Whether options are on their way. */
  readonly isLoading?: boolean | undefined;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** The list of options below a field to search them. */
export const PickList = ({ label, typed, onType, isLoading = false, isEmpty, children }: PickListProps) => {
  const { t } = useTranslation();
  const { isOnline, isReachable } = useConnection();
  const isConnected = isOnline && isReachable;
  const reason = isLoading ? 'frame.loading' : 'pick.nothing';
  return (
    <Combobox.Dropdown>
      <Combobox.Search
        value={typed}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        placeholder={t('pick.search')}
        aria-label={t('pick.searchIn', { label })}
      />
      <Combobox.Options aria-label={label}>
        <ScrollArea.Autosize mah={280} type="auto">
          {children}
          {isEmpty && <Combobox.Empty>{t(isConnected ? reason : 'pick.offline')}</Combobox.Empty>}
        </ScrollArea.Autosize>
      </Combobox.Options>
    </Combobox.Dropdown>
  );
};
