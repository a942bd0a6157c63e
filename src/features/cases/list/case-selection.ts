/** The columns of a case that refer to something by its ID. */
export const referenceColumns = {
  spaceId: 'space_id',
  projectId: 'project_id',
  sectionId: 'section_id',
  milestoneId: 'milestone_id',
  statusId: 'status_id',
  priorityId: 'priority_id',
  assigneeId: 'assignee_id',
  reporterId: 'reporter_id',
  creatorId: 'creator_id',
} as const;

type ReferenceProperty = keyof typeof referenceColumns;

/** What must be true of a case. `all` of nothing is always true, `any` of nothing never. */
export type CaseCondition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly CaseCondition[] }
  | { readonly kind: 'not'; readonly of: CaseCondition }
  /** The property is one of these; 0 among them stands for none. */
  | { readonly kind: 'reference'; readonly property: ReferenceProperty; readonly ids: readonly number[] }
  /** Milliseconds since 1970-01-01T00:00:00Z, from `from` to before `before`; null where it is open. */
  | {
      readonly kind: 'instant';
      readonly property: 'createdAt' | 'updatedAt' | 'dueOn';
      readonly from: number | null;
      readonly before: number | null;
    }
  /** The number of the case, both ends included; null where it is open. */
  | { readonly kind: 'number'; readonly from: number | null; readonly to: number | null }
  /** One of these tags, in the form in which texts are compared. */
  | { readonly kind: 'tag'; readonly folded: readonly string[] }
  | { readonly kind: 'recipient'; readonly ids: readonly number[] }
  /** It was imported under one of these, to the letter. */
  | { readonly kind: 'externalId'; readonly externalIds: readonly string[] }
  /** There is at least one; comments also where only internal ones are, in the spaces where these can be read. */
  | { readonly kind: 'has'; readonly what: 'dueOn' | 'attachment' | 'tag' | 'recipient' | 'externalId' }
  | { readonly kind: 'hasComment'; readonly internalIn: 'all' | readonly number[] }
  /** The text, folded, is in title, description, tags or comments that whoever asks may read. */
  | { readonly kind: 'text'; readonly text: string };

/** What a list can be sorted by. */
export const caseOrderKeys = [
  'updated',
  'created',
  'number',
  'title',
  'priority',
  'status',
  'assignee',
  'due',
] as const;
export type CaseOrderKey = (typeof caseOrderKeys)[number];

/** The keys that the values of a place are texts of; of all others they are whole numbers. */
export const textKeys: ReadonlySet<CaseOrderKey> = new Set(['title', 'assignee']);

export interface CaseOrderBy {
  readonly key: CaseOrderKey;
  readonly direction: 'asc' | 'desc';
}

/** Which cases, and in which order: what is equal by all keys is in the order of the numbers. */
export interface CaseSelection {
  readonly where: CaseCondition;
  /** At least one. */
  readonly order: readonly CaseOrderBy[];
}

export const always: CaseCondition = { kind: 'all', of: [] };
