import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickMany } from '../../../ui/pick/pick-many.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { tagsQuery } from '../../spaces/choices.queries.ts';
import { TagBadges } from '../tag-badges.tsx';

interface TagsFieldProps {
  readonly spaceId: number;
  readonly value: readonly string[];
  readonly isBoxed?: boolean;
  readonly onPick: (tags: string[]) => void;
}

const asOption = (tag: string) => ({ value: tag, label: tag });

/** The tags of a case: those of its space are offered, and others can be made up. */
export const TagsField = ({ spaceId, value, isBoxed = false, onPick }: TagsFieldProps) => {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const beginning = useSettled(typed);
  const { data = [], isFetching } = useQuery({
    ...tagsQuery(spaceId, beginning),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return (
    <PickMany
      label={t('field.tags')}
      options={data.map(asOption)}
      values={value.map(asOption)}
      chosen={value.join(', ') || t('field.none')}
      isBoxed={isBoxed}
      isLoading={isFetching}
      canAdd
      onSearch={setTyped}
      onOpen={() => setWanted(true)}
      onPick={(picked) => onPick(picked.map((each) => each.value))}
    >
      <TagBadges tags={value} />
    </PickMany>
  );
};
