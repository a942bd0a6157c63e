import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { spaceChoicesQuery } from '../spaces/choices.queries.ts';

interface ClosedStatusSelectProps {
  readonly spaceId: number;
  /** Undefined for the first one, which the server takes by itself. */
  readonly value: number | undefined;
  readonly onPick: (statusId: number) => void;
}

/** With which status a case is closed, where the space has several for that. */
export const ClosedStatusSelect = ({ spaceId, value, onPick }: ClosedStatusSelectProps) => {
  const { t } = useTranslation();
  const { data = [] } = useQuery(spaceChoicesQuery('status', spaceId));
  const closed = data.filter(({ isClosed, archived }) => isClosed && !archived);
  const [first] = closed;
  if (first === undefined || closed.length === 1) return null;
  return (
    <Select
      label={t('field.status')}
      data={closed.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={String(value ?? first.id)}
      allowDeselect={false}
      onChange={(picked) => picked !== null && onPick(Number(picked))}
    />
  );
};
