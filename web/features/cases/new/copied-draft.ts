import type { FullCase } from '../cases.queries.ts';
import type { Right } from '../change/rights-on-case.ts';
import type { NewCaseDraft } from './new-case-draft.ts';

/**
 * A new case that begins as another one is: its texts and tags, and what else whoever writes may set in its space.
 * It is new all the same, so it has the status of new ones, and nobody is kept informed of it yet.
 */
export const copiedDraft = (origin: FullCase, rights: ReadonlySet<Right>): NewCaseDraft => {
  const { title, description, tags, space, project, section, milestone, priority, assignee, dueOn } = origin;
  const texts = { title, description, tags, isLinked: true };
  if (!rights.has('Create')) return texts;
  return {
    ...texts,
    ...{ space, section, dueOn },
    project: { id: project.id, name: project.title },
    milestone: milestone === null ? null : { id: milestone.id, name: milestone.title },
    ...(rights.has('UpdateIssuePriority') ? { priority } : {}),
    ...(rights.has('AssignToUser') ? { assignee } : {}),
  };
};
