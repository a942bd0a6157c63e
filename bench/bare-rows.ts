/** A row of the case select, as both databases give it. */
export interface BareCase {
  readonly id: number;
  readonly spaceId: number;
  readonly projectId: number;
  readonly sectionId: number | null;
  readonly milestoneId: number | null;
  readonly statusId: number;
  readonly priorityId: number;
  readonly assigneeId: number | null;
  readonly reporterId: number;
  readonly creatorId: number;
  readonly title: string;
  readonly description: string;
  readonly revision: number;
  readonly commentCount: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly tagsCsv: string | null;
  readonly recipientsCsv: string | null;
}

/** The body of an update as the load sends it. */
export interface BareUpdate {
  readonly IssueTitle: string;
  readonly IssueDescription: string;
}

type Value = string | number | null;

/** The values of the four statements that write an update. */
interface UpdateValues {
  readonly updateCase: Value[];
  readonly indexCase: Value[];
  readonly insertTwoHistoryEntries: Value[];
  readonly insertEvent: Value[];
}

/** Stands in for whoever the program found out to be acting. */
const ACTOR_ID = 1;
const KEY_ID = 1;
const DOOR = 'communifire';

/** The values with which an update is written. */
export const updateValues = (before: BareCase, { IssueTitle, IssueDescription }: BareUpdate): UpdateValues => {
  const now = Date.now();
  const { id, spaceId, tagsCsv } = before;
  const revision = before.revision + 1;
  const entry = (property: string, oldValue: string, newValue: string): Value[] => [
    ...[id, revision, property, JSON.stringify(oldValue), JSON.stringify(newValue), ACTOR_ID, KEY_ID, DOOR, now, null],
  ];
  return {
    updateCase: [IssueTitle, IssueDescription, revision, now, id],
    indexCase: [id, IssueTitle, wordsOf(IssueDescription), tagsCsv === null ? '' : tagsCsv.replaceAll(',', ' ')],
    insertTwoHistoryEntries: [
      ...entry('title', before.title, IssueTitle),
      ...entry('description', before.description, IssueDescription),
    ],
    insertEvent: [
      ...['case.updated', spaceId, id, ACTOR_ID, KEY_ID, DOOR, now],
      JSON.stringify({ revision, changed: ['title', 'description'] }),
    ],
  };
};

/** What the search index is given; the load's HTML has nothing but elements in it. */
const wordsOf = (html: string): string => (html.includes('<') ? html.replace(/<[^>]*>/gu, ' ') : html);
