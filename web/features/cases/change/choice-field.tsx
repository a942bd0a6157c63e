import { type DefinedUseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PickOne } from '../../../ui/pick/pick-one.tsx';
import { type Choice, projectChoicesQuery, spaceChoicesQuery } from '../../spaces/choices.queries.ts';

/** What is chosen of the configuration of a space. */
export type ChoiceKind = 'status' | 'priority' | 'project' | 'section' | 'milestone';

interface ChoiceFieldProps {
  readonly kind: ChoiceKind;
  readonly place: { readonly spaceId: number; readonly projectId: number };
  readonly value: Pick<Choice, 'id' | 'name'> | null;
  readonly isBoxed?: boolean;
  /** Whether there need be none of it; of sections and milestones there need not. */
  readonly canBeNone?: boolean;
  /** How the choice and the options look. */
  readonly look?: (choice: Choice) => ReactNode;
  readonly children?: ReactNode;
  readonly onPick: (choice: Choice | null) => void;
}

/** No section and no milestone are choices, too. */
const NONE = 'none';

/** A property whose values the space configures. */
export const ChoiceField = (props: ChoiceFieldProps) => {
  const { kind, place, value, isBoxed, look, children, onPick } = props;
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const { data, isPending } = useChoices(kind, place, isWanted);
  const usable = data.filter(({ archived, id }) => !archived || id === value?.id);
  const options = usable.map((each) => ({ value: String(each.id), label: each.name, look: look?.(each) }));
  const none = { value: NONE, label: t('field.none'), look: undefined };
  const { canBeNone = kind === 'section' || kind === 'milestone' } = props;
  return (
    <PickOne
      label={t(`field.${kind}`)}
      options={canBeNone ? [none, ...options] : options}
      value={value === null ? NONE : String(value.id)}
      chosen={value?.name ?? t('field.none')}
      isBoxed={isBoxed ?? false}
      isLoading={isPending}
      onOpen={() => setWanted(true)}
      onPick={(picked) => onPick(usable.find(({ id }) => String(id) === picked) ?? null)}
    >
      {children}
    </PickOne>
  );
};

type Choices = Pick<DefinedUseQueryResult<readonly Choice[]>, 'data' | 'isPending'>;

const useChoices = (kind: ChoiceKind, { spaceId, projectId }: ChoiceFieldProps['place'], enabled: boolean) => {
  const ofProject = kind === 'section' || kind === 'milestone';
  const inSpace = useQuery({
    ...spaceChoicesQuery(ofProject ? 'project' : kind, spaceId),
    enabled: enabled && !ofProject,
  });
  const inProject = useQuery({
    ...projectChoicesQuery(ofProject ? kind : 'section', spaceId, projectId),
    enabled: enabled && ofProject,
  });
  const { data = [], isPending } = ofProject ? inProject : inSpace;
  return { data, isPending } as Choices;
};
