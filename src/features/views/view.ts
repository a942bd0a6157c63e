/** What a view can show of a case, in the names of its properties and of what it refers to. */
export const viewColumns = [
  'id',
  'title',
  'space',
  'project',
  'section',
  'milestone',
  'dueAt',
  'status',
  'priority',
  'assignee',
  'reporter',
  'creator',
  'recipients',
  'tags',
  'commentCount',
  'attachmentCount',
  'createdAt',
  'updatedAt',
] as const;
export type ViewColumn = (typeof viewColumns)[number];

/** What a view shows unless told. */
export const usualColumns: readonly ViewColumn[] = ['id', 'title', 'status', 'priority', 'assignee', 'updatedAt'];

/** What people say of a view. */
export interface ViewProperties {
  readonly name: string;
  /** In the language of queries. It means something else for everybody who reads it: "me" is whoever does. */
  readonly query: string;
  /** The space with whose people it is shared; null when it is only its author's. */
  readonly spaceId: number | null;
  readonly columns: readonly ViewColumn[];
}

/** A query that is kept under a name. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface View extends ViewProperties {
  readonly id: number;
  readonly authorId: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** How many views one person may have, those that are shared included. */
export const MAX_VIEWS = 500;

/** What events tell of a view: its name only to those with whom it is shared. */
export const toldOfView = ({ id, authorId, spaceId, name }: Omit<View, 'createdAt' | 'updatedAt'>) => ({
  viewId: id,
  userId: authorId,
  ...(spaceId === null ? {} : { name }),
});
