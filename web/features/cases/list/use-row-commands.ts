import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/commands.ts';
import { useMe } from '../../people/me.queries.ts';
import { type ManyName, propertiesOfMany } from '../change/property-keys.ts';
import { rightsOnListed } from '../change/rights-on-case.ts';
import type { ListedCase } from '../list-request.ts';

interface RowCommands {
  /** The row where one is. */
  readonly current: RefObject<number | undefined>;
  readonly caseAt: (row: number) => ListedCase | undefined;
  /** Undefined while the keys are about something else: what is selected, or the case beside the list. */
  readonly onChange: ((each: ListedCase, name: ManyName) => void) | undefined;
}

/** Offers to change the case of the row where one is by the same keys as on its page, as far as one may. */
export const useRowCommands = ({ current, caseAt, onChange }: RowCommands): void => {
  const { t } = useTranslation();
  const me = useMe();
  const allowed = propertiesOfMany.filter(({ right }) => me.spaces.some(({ rights }) => rights.includes(right)));
  useCommands(
    onChange === undefined
      ? []
      : allowed.map(({ name, right, keys }) => ({
          ...{ id: `list-${name}`, group: t('cases.title'), keys },
          label: name === 'tags' ? t('list.bulk.addTags') : t(`case.change.${name}`),
          run: () => {
            const each = current.current === undefined ? undefined : caseAt(current.current);
            if (each !== undefined && rightsOnListed(me, each).has(right)) onChange(each, name);
          },
        })),
  );
};
