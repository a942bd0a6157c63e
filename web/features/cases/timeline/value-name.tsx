import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayIn } from '../../../ui/times.ts';
import { personQuery } from '../../people/person.queries.ts';
import { isNamed, nameQuery } from '../../spaces/names.queries.ts';

interface ValueNameProps {
  readonly property: string;
  readonly value: unknown;
}

const ofPeople: ReadonlySet<string> = new Set(['assigneeId', 'reporterId', 'creatorId', 'recipientIds']);

/** A value of a property by name; by number where the name is not for whoever looks. */
export const ValueName = ({ property, value }: ValueNameProps) => {
  const { t, i18n } = useTranslation();
  const id = typeof value === 'number' ? value : 0;
  const named = useQuery(isNamed(property) && id > 0 ? nameQuery(property, id) : nothing);
  const person = useQuery({
    ...personQuery(id),
    enabled: ofPeople.has(property) && id > 0,
    select: ({ displayName }) => displayName,
  });
  if (value === null || value === undefined) return ofPeople.has(property) ? t('field.nobody') : t('field.none');
  if (property === 'dueOn') return dayIn(String(value), i18n.language);
  if (typeof value !== 'number') return String(value);
  return named.data ?? person.data ?? `#${value}`;
};

const nothing = { queryKey: ['nothing'], queryFn: skipToken } as never;
