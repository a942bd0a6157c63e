import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/commands.ts';
import { beginChange } from '../change/begin-change.ts';
import { properties } from '../change/property-keys.ts';
import type { PropertyPart } from './property-part.ts';

/** Offers to change each property by keyboard; answers where the properties stand. */
export const usePropertyCommands = ({ case: { id }, rights }: PropertyPart) => {
  const { t } = useTranslation();
  const section = useRef<HTMLDivElement>(null);
  const allowed = properties.filter(({ right }) => rights.has(right));
  useCommands(
    allowed.map(({ name, keys }) => ({
      ...{ id: `case-${name}`, label: t(`case.change.${name}`), group: t('case.number', { id }), keys },
      run: () => beginChange(section.current, name),
    })),
  );
  return section;
};
