import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/commands.ts';
import type { Right } from '../change/rights-on-case.ts';
import type { PropertyPart } from './property-part.ts';

/** What can be changed by a command, who may, and the keys of what changes often. */
const properties = [
  { name: 'status', right: 'UpdateIssueStatus', keys: 's' },
  { name: 'priority', right: 'UpdateIssuePriority', keys: 'shift+P' },
  { name: 'assignee', right: 'AssignToUser', keys: 'a' },
  { name: 'recipients', right: 'AddRecipients' },
  { name: 'space', right: 'AdminEntityUpdate' },
  { name: 'project', right: 'Update' },
  { name: 'section', right: 'Update' },
  { name: 'milestone', right: 'Update', keys: 'm' },
  { name: 'dueAt', right: 'Update', keys: 'd' },
  { name: 'tags', right: 'Update', keys: 'l' },
] as const satisfies readonly { readonly name: string; readonly right: Right; readonly keys?: string }[];

/** Offers to change each property by keyboard; answers where the properties stand. */
export const usePropertyCommands = ({ case: { id }, rights }: PropertyPart) => {
  const { t } = useTranslation();
  const section = useRef<HTMLDivElement>(null);
  const begin = (name: string): void => {
    const field = section.current?.querySelector<HTMLElement>(`[data-property="${name}"] :is(button, input)`);
    field?.focus();
    field?.click();
  };
  const allowed = properties.filter(({ right }) => rights.has(right));
  useCommands(
    allowed.map(({ name, ...property }) => ({
      id: `case-${name}`,
      label: t('case.change', { property: t(`field.${name}`) }),
      group: t('case.number', { id }),
      keys: 'keys' in property ? property.keys : undefined,
      run: () => begin(name),
    })),
  );
  return section;
};
