import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { projectChoicesQuery, spaceChoicesQuery } from '../../../spaces/choices.queries.ts';
import type { BulkPart } from './bulk-part.ts';
import { BulkPick } from './bulk-pick.tsx';
import { idOf, noneOf } from './none.ts';
import type { CommonPlace } from './offered-in.ts';

export type ChoiceKind = 'status' | 'priority' | 'project' | 'section' | 'milestone';

interface BulkChoiceProps extends Pick<BulkPart, 'place' | 'onChange'> {
  readonly kind: ChoiceKind;
}

const choicesQuery = (kind: ChoiceKind, { spaceId = 0, projectId = 0 }: CommonPlace) =>
  kind === 'section' || kind === 'milestone'
    ? projectChoicesQuery(kind, spaceId, projectId)
    : spaceChoicesQuery(kind, spaceId);

/** What the space of all cases has, or their project: they are set to one of these. */
export const BulkChoice = ({ kind, place, onChange }: BulkChoiceProps) => {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const { data: choices = [], isFetching } = useQuery({ ...choicesQuery(kind, place), enabled: isWanted });
  const usable = choices
    .filter(({ archived }) => !archived)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  const isOptional = kind === 'section' || kind === 'milestone';
  return (
    <BulkPick
      property={kind}
      label={t(`field.${kind}`)}
      options={isOptional ? [noneOf(t('field.none')), ...usable] : usable}
      isLoading={isFetching}
      onOpen={() => setWanted(true)}
      onPick={(value) => onChange({ [`${kind}Id`]: idOf(value) })}
    />
  );
};
