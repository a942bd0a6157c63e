/** The properties of a case that people change. Each change of one is one entry in the history. */
export interface CaseProperties {
  readonly title: string;
  /** Sanitised HTML. */
  readonly description: string;
  readonly spaceId: number;
  readonly projectId: number;
  readonly sectionId: number | null;
  readonly milestoneId: number | null;
  readonly statusId: number;
  readonly priorityId: number;
  readonly assigneeId: number | null;
  /** The day on which it is due, as 2026-11-24; without it, that of the milestone counts. */
  readonly dueOn: string | null;
  readonly reporterId: number;
  readonly tags: readonly string[];
  /** Users who are kept informed. */
  readonly recipientIds: readonly number[];
}

export type CaseProperty = keyof CaseProperties;

/** The properties that refer to what is configured in the space. */
export type ConfiguredProperty = 'projectId' | 'sectionId' | 'milestoneId' | 'statusId' | 'priorityId';

/** Every property, in the order in which one change lists them: one that is not here does not compile. */
const order: Readonly<Record<CaseProperty, true>> = {
  title: true,
  description: true,
  spaceId: true,
  projectId: true,
  sectionId: true,
  milestoneId: true,
  statusId: true,
  priorityId: true,
  assigneeId: true,
  dueOn: true,
  reporterId: true,
  tags: true,
  recipientIds: true,
};
const caseProperties = Object.keys(order) as readonly CaseProperty[];

/** A case as it is stored. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Case extends CaseProperties {
  readonly id: number;
  readonly creatorId: number;
  /** Grows by one with every change; 1 for a new case. */
  readonly revision: number;
  /** Comments that everybody sees who sees the case. */
  readonly commentCount: number;
  /** Internal comments, which need the right InternalComments to be seen. */
  readonly internalCommentCount: number;
  /** Files at the case itself, without those of its comments. */
  readonly attachmentCount: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it was moved to the bin; null for all other cases. */
  readonly deletedAt: number | null;
}

/** The properties an update names; those it does not name stay as they are. Who reported a case stays for good. */
export type CaseChanges = Partial<Omit<CaseProperties, 'reporterId'>>;

/** One changed property. */
export interface PropertyChange {
  readonly property: CaseProperty;
  /** Null when the case was just created. */
  readonly oldValue: CaseProperties[CaseProperty] | null;
  readonly newValue: CaseProperties[CaseProperty];
}

/** What differs between two states of a case, property by property. */
export const diffCase = (before: CaseProperties, after: CaseProperties): PropertyChange[] =>
  caseProperties
    .filter((property) => !isSame(before[property], after[property]))
    .map((property) => ({ property, oldValue: before[property], newValue: after[property] }));

/** The first history of a case: every property it was created with. */
export const firstValues = (created: CaseProperties): PropertyChange[] =>
  caseProperties.map((property) => ({ property, oldValue: null, newValue: created[property] }));

/** The calendar of queries has no year 0. */
const FIRST_DAY = '0001-01-01';

/** When a day begins in UTC, in milliseconds since 1970-01-01T00:00:00Z; undefined for what is no day. Source: RFC 3339, full-date. */
export const startOfDay = (day: string): number | undefined => {
  const start = /^\d{4}-\d\d-\d\d$/u.test(day) ? Date.parse(day) : Number.NaN;
  // What is beyond the end of a month would be a day of the next one.
  return Number.isNaN(start) || dayOf(start) !== day || day < FIRST_DAY ? undefined : start;
};

/** The day of an instant in UTC. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Whether two values of a property are the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item, index) => item === other[index])
    : one === other;
