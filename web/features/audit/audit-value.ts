import { useTranslation } from 'react-i18next';
import { dayIn } from '../../ui/times.ts';
import { useMe } from '../people/me.queries.ts';

/** The value of a property that changed, in words. */
export const useAuditValue = () => {
  const { t, i18n } = useTranslation();
  const { spaces } = useMe();
  const list = (items: readonly string[]): string => new Intl.ListFormat(i18n.language).format(items);
  /** The text of a key that is put together; the value itself where there is none. */
  const text = (key: string, value: unknown): string =>
    i18n.exists(`${key}.${String(value)}`) ? t(`${key}.${String(value)}` as 'action.close') : String(value);
  const byProperty: Readonly<Record<string, (value: unknown) => string>> = {
    role: (value) => text(value === 'member' || value === 'administrator' ? 'admin.people' : 'space.roles', value),
    visibility: (value) => text('space.visibilities', value),
    isClosed: (value) => t(value === true ? 'audit.yes' : 'audit.no'),
    dueAt: (value) => (typeof value === 'string' ? dayIn(value, i18n.language) : t('field.noDueDate')),
    color: (value) => (value === null ? t('choice.usualColor') : text('choice.colors', value)),
    reason: (value) => text('audit.reason', value),
    rights: (value) =>
      namesIn(value).length === 0
        ? t('key.readingOnly')
        : list(namesIn(value).map((right) => text('key.rightNames', right))),
    spaceIds: (value) => list(namesIn(value).map((id) => spaces.find((space) => String(space.id) === id)?.name ?? id)),
  };
  return (property: string, value: unknown): string => byProperty[property]?.(value) ?? String(value);
};

const namesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
