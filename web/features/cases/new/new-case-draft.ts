import type { NewCase } from '../../../../src/client/index.ts';
import type { TemplateParts } from '../../templates/templates.queries.ts';
import type { FullCase } from '../cases.queries.ts';
import type { StatusColor } from '../status-colors.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** A case that is being written. What is undefined becomes what its space says. */
export interface NewCaseDraft {
  readonly title: string;
  readonly description: string;
  readonly space?: Named;
  readonly project?: Named;
  readonly section?: Named | null;
  readonly milestone?: Named | null;
  readonly status?: Named & { readonly isClosed: boolean; readonly color?: StatusColor };
  readonly priority?: Named;
  readonly assignee?: FullCase['assignee'];
  readonly tags?: string[];
  /** Who is kept informed, beside those who are told anyway. */
  readonly recipients?: FullCase['recipients'];
  /** The day on which it is due, as 2026-11-24. */
  readonly dueOn?: string | null;
  /** The template that was chosen, and what it has said. */
  readonly template?: Named & { readonly parts: TemplateParts };
  /** Whether a copy will be related to the case that it is a copy of. */
  readonly isLinked?: boolean;
}

/** What nothing was typed of. */
export const emptyDraft: NewCaseDraft = { title: '', description: '' };

/** In another space there are other choices; what is written stays. */
export const movedTo = (draft: NewCaseDraft, space: Named): NewCaseDraft => {
  const { title, description, tags = [], dueOn = null, isLinked = false } = draft;
  return { title, description, space, tags, dueOn, isLinked };
};

interface Place {
  readonly spaceId: number;
  readonly projectId: number;
}

/** What is sent to the server: its own choice for what nobody has chosen. */
export const bodyOf = (draft: NewCaseDraft, { spaceId, projectId }: Place): NewCase => {
  const { title, description, section, milestone, status, priority, assignee, tags, dueOn, recipients } = draft;
  return {
    ...{ title, description, spaceId, projectId },
    ...(section ? { sectionId: section.id } : {}),
    ...(milestone ? { milestoneId: milestone.id } : {}),
    ...(status ? { statusId: status.id } : {}),
    ...(priority ? { priorityId: priority.id } : {}),
    ...(assignee ? { assigneeId: assignee.id } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(tags && tags.length > 0 ? { tags } : {}),
    ...(recipients && recipients.length > 0 ? { recipientIds: recipients.map(({ id }) => id) } : {}),
  };
};
