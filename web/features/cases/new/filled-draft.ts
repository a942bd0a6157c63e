import type { TemplateParts } from '../../templates/templates.queries.ts';
import type { NewCaseDraft } from './new-case-draft.ts';

/** Nothing that somebody has written or chosen: nothing at all, or what another template has said. */
const isFree = (value: unknown, former: unknown): boolean => isEmpty(value) || isSame(value, former);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const names = ['title', 'description', 'tags', 'section', 'priority', 'assignee'] as const;

/** The draft with what a template says in the place of what is empty, or was filled by the template before. */
export const filledDraft = (draft: NewCaseDraft, template: NewCaseDraft['template'], parts?: TemplateParts) => {
  const former = draft.template?.parts;
  const filled = names
    .filter((name) => isFree(draft[name], former?.[name]))
    .map((name) => [name, parts?.[name] ?? emptyOf(name)]);
  return { ...draft, ...(Object.fromEntries(filled) as Partial<NewCaseDraft>), template };
};

const emptyOf = (name: (typeof names)[number]): '' | undefined =>
  name === 'title' || name === 'description' ? '' : undefined;
