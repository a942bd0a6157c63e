import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ColumnName, columnNames, usualColumns } from './columns.ts';

interface ColumnMenuProps {
  readonly columns: readonly ColumnName[];
  readonly onChange: (columns: readonly ColumnName[]) => void;
}

/** Which columns a list shows. */
export const ColumnMenu = ({ columns, onChange }: ColumnMenuProps) => {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" closeOnItemClick={false} width={210} keepMounted={false}>
      <Menu.Target>
        <Tooltip label={t('list.columns')}>
          <ActionIcon variant="default" size="lg" aria-label={t('list.columns')}>
            <IconColumns3 size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah="70dvh" style={{ overflow: 'auto' }}>
        <Menu.CheckboxGroup
          value={[...columns]}
          onChange={(names) => onChange(columnNames.filter((name) => names.includes(name)))}
        >
          {columnNames.map((name) => (
            // The title is what leads to a case.
            <Menu.CheckboxItem key={name} value={name} disabled={name === 'title'}>
              {t(`field.${name}`)}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => onChange(usualColumns)}>{t('list.usualColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
