import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../../ui/commands.ts';
import { useMe } from '../../../people/me.queries.ts';
import { type ManyName, propertiesOfMany } from '../../change/property-keys.ts';
import { rightsOnCase, rightsOnListed } from '../../change/rights-on-case.ts';
import type { Selection } from '../use-selection.ts';

interface BulkCommands {
  readonly selection: Selection;
  /** The one space of all of them; without one nothing can be changed. */
  readonly spaceId: number | undefined;
  /** Whether they are of one project. */
  readonly hasProject: boolean;
  readonly isOffered: boolean;
  readonly begin: (name: ManyName) => void;
}

/** Offers to change what is selected by the same keys as a single case, as far as one may change any of it. */
export const useBulkCommands = ({ selection, spaceId, hasProject, isOffered, begin }: BulkCommands): void => {
  const { t } = useTranslation();
  const me = useMe();
  const { isAll, cases } = selection;
  // Of all that a query means, some may be one's own.
  const ofAll = () => [rightsOnCase(me, { spaceId: spaceId ?? 0, reporterId: me.id, creatorId: me.id })];
  const rights = isAll ? ofAll() : cases.map((each) => rightsOnListed(me, each));
  const allowed = propertiesOfMany.filter(
    ({ name, right }) => rights.some((held) => held.has(right)) && (name !== 'milestone' || hasProject),
  );
  useCommands(
    isOffered && spaceId !== undefined
      ? allowed.map(({ name, keys }) => ({
          ...{ id: `bulk-${name}`, group: t('list.bulk.label'), keys, isForSelection: true },
          label: name === 'tags' ? t('list.bulk.replaceTags') : t(`case.change.${name}`),
          run: () => begin(name),
        }))
      : [],
  );
};
