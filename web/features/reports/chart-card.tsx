import { Alert, Button, Card, Group, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/loading.tsx';
import { FigureTable } from './figure-table.tsx';
import { csvOf, type Figures } from './figures.ts';

interface ChartCardProps {
  readonly title: string;
  /** What exactly is counted. */
  readonly note?: string | undefined;
  /** What is drawn, as a table; undefined until it is known. */
  readonly figures: Figures | undefined;
  /** False when there may be more than was counted. */
  readonly isExact?: boolean | undefined;
  readonly children: ReactNode;
}

/** A chart with the table that it is drawn from, also as a file. */
export const ChartCard = ({ title, note, figures, isExact = true, children }: ChartCardProps) => {
  const { t } = useTranslation();
  const id = useId();
  const save = (): void => {
    if (figures === undefined) return;
    const address = URL.createObjectURL(new Blob([csvOf(figures)], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `${title}.csv` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Card component="section" withBorder padding="md" aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
        <div>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {note !== undefined && (
            <Text size="xs" c="dimmed">
              {note}
            </Text>
          )}
        </div>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={t('reports.csvOf', { title })}
          disabled={figures === undefined}
          onClick={save}
        >
          CSV
        </Button>
      </Group>
      {!isExact && <Alert color="yellow" p="xs" mb="xs" title={t('reports.inexact')} />}
      {figures === undefined ? <Loading /> : children}
      {figures !== undefined && <FigureTable figures={figures} caption={title} />}
    </Card>
  );
};
