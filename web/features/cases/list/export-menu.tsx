import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const formats = ['csv', 'xlsx', 'jsonl'] as const;

/** The cases of a list as a file. */
export const ExportMenu = ({ query }: { readonly query: string }) => {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <Tooltip label={t('list.export.label')}>
          <ActionIcon variant="default" size="lg" aria-label={t('list.export.label')}>
            <IconDownload size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/v1/cases/export?${new URLSearchParams({ format, query })}`}
            download={`cases.${format}`}
          >
            {t(`list.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
