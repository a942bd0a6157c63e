import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../ui/locale.ts';
import type { Figures } from './figures.ts';

interface FigureTableProps {
  readonly figures: Figures;
  readonly caption: string;
}

/** The figures of a chart, for those who would rather read them. */
export const FigureTable = ({ figures: { columns, rows }, caption }: FigureTableProps) => {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(localeOf(i18n.language));
  return (
    <details>
      <summary>{t('reports.table')}</summary>
      <Table.ScrollContainer minWidth={240} mah={320}>
        <Table verticalSpacing={2} aria-label={caption}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, ...values]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                {values.map((value, index) => (
                  <Table.Td key={columns[index + 1]}>
                    {typeof value === 'number' ? format.format(value) : value}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
};
