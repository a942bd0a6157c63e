/** What a list of cases can be narrowed by; conditions combine with "and". */
export interface CaseFilter {
  readonly spaceId?: number;
  readonly projectId?: number;
  readonly sectionId?: number;
  readonly milestoneId?: number;
  readonly statusId?: number;
  readonly priorityId?: number;
  readonly assigneeId?: number;
  readonly reporterId?: number;
  /** Words that all occur in title, description, tags or comments that may be seen, as parts of words too. */
  readonly keyword?: string;
}

/** What a list of cases can be sorted by. */
export const caseSortFields = [
  'updatedAt',
  'createdAt',
  'id',
  'title',
  'statusId',
  'priorityId',
  'assigneeId',
  'reporterId',
] as const;
export type CaseSortField = (typeof caseSortFields)[number];

export interface CaseSort {
  readonly field: CaseSortField;
  readonly direction: 'asc' | 'desc';
}
