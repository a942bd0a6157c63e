import { useTranslation } from 'react-i18next';

type FieldName =
  | 'title'
  | 'description'
  | 'space'
  | 'project'
  | 'section'
  | 'milestone'
  | 'status'
  | 'priority'
  | 'assignee'
  | 'reporter'
  | 'creator'
  | 'recipients'
  | 'tags'
  | 'dueAt';

/** What the properties of history are called on the screen. */
const names: Readonly<Record<string, FieldName>> = {
  title: 'title',
  description: 'description',
  spaceId: 'space',
  projectId: 'project',
  sectionId: 'section',
  milestoneId: 'milestone',
  statusId: 'status',
  priorityId: 'priority',
  assigneeId: 'assignee',
  reporterId: 'reporter',
  creatorId: 'creator',
  recipientIds: 'recipients',
  tags: 'tags',
  dueOn: 'dueAt',
};

/** The name of a property in the language of the screen; that of the API for those it has none for. */
export const usePropertyName = (): ((property: string) => string) => {
  const { t } = useTranslation();
  return (property) => {
    const name = names[property];
    return name === undefined ? property : t(`field.${name}`);
  };
};
