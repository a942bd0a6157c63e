import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../../ui/labelled.tsx';
import { PickOne } from '../../../ui/pick/pick-one.tsx';
import { useTellFailure } from '../../../ui/use-tell-failure.ts';
import { type TemplateParts, templatePartsQuery, templatesQuery } from '../../templates/templates.queries.ts';
import type { Right } from '../change/rights-on-case.ts';
import { filledDraft } from './filled-draft.ts';
import type { NewCaseDraft } from './new-case-draft.ts';

interface TemplateFieldProps {
  readonly place: { readonly spaceId: number; readonly projectId: number };
  readonly rights: ReadonlySet<Right>;
  readonly draft: NewCaseDraft;
  readonly onFill: (draft: NewCaseDraft) => void;
}

const NONE = 'none';

/** With which template of its project a case begins, where there is any. */
export const TemplateField = ({ place, rights, draft, onFill }: TemplateFieldProps) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { data: templates = [] } = useQuery(templatesQuery(place));
  // What was typed while a template was on its way counts, too.
  const latest = useRef(draft);
  latest.current = draft;
  const { template: chosen } = draft;
  const pick = async (picked: string): Promise<void> => {
    const template = templates.find(({ id }) => String(id) === picked);
    if (template === undefined) return onFill(filledDraft(latest.current, undefined));
    const { id, name } = template;
    const said = await queryClient.ensureQueryData(templatePartsQuery(place.spaceId, template));
    const parts = allowed(said, rights);
    onFill(filledDraft(latest.current, { id, name, parts }, parts));
  };
  if (templates.length === 0) return null;
  return (
    <Labelled label={t('template.field')}>
      <PickOne
        label={t('template.field')}
        options={[
          { value: NONE, label: t('field.none') },
          ...templates.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={chosen === undefined ? NONE : String(chosen.id)}
        chosen={chosen?.name ?? t('field.none')}
        isBoxed
        onPick={(picked) => void pick(picked).catch(tellFailure)}
      />
    </Labelled>
  );
};

/** What whoever creates the case may not set stays as the space says. */
const allowed = (parts: TemplateParts, rights: ReadonlySet<Right>): TemplateParts => ({
  ...parts,
  priority: rights.has('UpdateIssuePriority') ? parts.priority : null,
  assignee: rights.has('AssignToUser') ? parts.assignee : null,
});
