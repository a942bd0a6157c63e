import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../../ui/commands.ts';
import { useMe } from '../../../people/me.queries.ts';
import { type ManyName, propertiesOfMany } from '../../change/property-keys.ts';
import { rightsOnCase, rightsOnListed } from '../../change/rights-on-case.ts';
import type { Selection } from '../use-selection.ts';
import { type CommonPlace, isOfferedIn } from './offered-in.ts';

interface BulkCommands {
  readonly selection: Selection;
  readonly place: CommonPlace;
  readonly isOffered: boolean;
  readonly begin: (name: ManyName) => void;
}

/** Offers to change what is selected by the same keys as a single case, as far as one may change any of it. */
export const useBulkCommands = ({ selection, place, isOffered, begin }: BulkCommands): void => {
  const { t } = useTranslation();
  const me = useMe();
  const { isAll, cases } = selection;
  // Of all that a query means, some may be one's own.
  const ofAll = () =>
    place.spaceIds.map((spaceId) => rightsOnCase(me, { spaceId, reporterId: me.id, creatorId: me.id }));
  const rights = isAll ? ofAll() : cases.map((each) => rightsOnListed(me, each));
  const allowed = propertiesOfMany.filter(
    ({ name, right }) => rights.some((held) => held.has(right)) && isOfferedIn(place, name),
  );
  useCommands(
    isOffered
      ? allowed.map(({ name, keys }) => ({
          ...{ id: `bulk-${name}`, group: t('list.bulk.label'), keys, isForSelection: true },
          label: name === 'tags' ? t('list.bulk.addTags') : t(`case.change.${name}`),
          run: () => begin(name),
        }))
      : [],
  );
};
