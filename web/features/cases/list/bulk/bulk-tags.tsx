import { useTranslation } from 'react-i18next';
import { PickMany } from '../../../../ui/pick/pick-many.tsx';
import type { Selection } from '../use-selection.ts';
import type { BulkPart } from './bulk-part.ts';
import { useTagSearch } from './use-tag-search.ts';

interface BulkTagsProps extends Pick<BulkPart, 'onChange'> {
  readonly spaceIds: readonly number[];
  readonly selection: Selection;
}

const asOption = (tag: string) => ({ value: tag, label: tag });

/** Tags that all cases get, and tags that all of them lose; what else each has stays. */
export const BulkTags = ({ spaceIds, selection, onChange }: BulkTagsProps) => {
  const { t } = useTranslation();
  const added = useTagSearch(spaceIds);
  const removed = useTagSearch(spaceIds);
  const shared = { chosen: t('list.bulk.keep'), isBoxed: true, values: [] };
  // Of cases that were chosen one by one it is known what they have: nothing else can be taken from them.
  const removable = selection.isAll
    ? { ...removed.search, options: removed.tags.map(asOption) }
    : { options: tagsOf(selection).map(asOption) };
  return (
    <>
      <PickMany
        {...shared}
        {...added.search}
        property="tags"
        label={t('list.bulk.addTags')}
        canAdd
        options={added.tags.map(asOption)}
        onPick={(picked) => onChange({ addTags: picked.map(({ value }) => value) })}
      >
        {t('list.bulk.addTags')}
      </PickMany>
      <PickMany
        {...shared}
        {...removable}
        label={t('list.bulk.removeTags')}
        onPick={(picked) => onChange({ removeTags: picked.map(({ value }) => value) })}
      >
        {t('list.bulk.removeTags')}
      </PickMany>
    </>
  );
};

const tagsOf = ({ cases }: Selection): string[] =>
  [...new Set(cases.flatMap(({ tags }) => tags))].sort((one, other) => one.localeCompare(other));
