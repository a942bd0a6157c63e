import { useTranslation } from 'react-i18next';
import type { CaseAt } from '../../../../src/client/index.ts';

/** What is no property that somebody sets: numbers, counts and times that follow from what happens. */
type Following = 'id' | 'revision' | 'commentCount' | 'attachmentCount' | 'createdAt' | 'updatedAt' | 'deletedAt';

/** What history tells of, and what a case at any time has. */
export type PastProperty = Exclude<keyof CaseAt, Following>;

/** What they are called on the screen, in the order in which they stand there. */
const names = {
  title: 'title',
  description: 'description',
  statusId: 'status',
  priorityId: 'priority',
  assigneeId: 'assignee',
  recipientIds: 'recipients',
  spaceId: 'space',
  projectId: 'project',
  sectionId: 'section',
  milestoneId: 'milestone',
  dueOn: 'dueAt',
  tags: 'tags',
  reporterId: 'reporter',
  creatorId: 'creator',
} as const satisfies Record<PastProperty, string>;

export const pastProperties = Object.keys(names) as readonly PastProperty[];

const isNamed = (property: string): property is PastProperty => Object.hasOwn(names, property);

/** The name of a property in the language of the screen; that of the API for those it has none for. */
export const usePropertyName = (): ((property: string) => string) => {
  const { t } = useTranslation();
  return (property) => (isNamed(property) ? t(`field.${names[property]}`) : property);
};
