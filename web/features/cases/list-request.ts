/** How many cases come with one request. */
const PAGE = 100;

/** What rows of lists show; descriptions are not among it. */
const LISTED_FIELDS =
  'id,title,spaceId,projectId,milestoneId,statusId,priorityId,assigneeId,dueOn,tags,revision,commentCount,attachmentCount,createdAt,updatedAt';
const LISTED_NAMES = 'space,project,section,milestone,status,priority,assignee,reporter';

/** Which cases a list is about, and what it shows of them beyond what every row has. */
export interface AskedCases {
  readonly query: string;
  /** Names of what cases refer to, with commas; "" for none. */
  readonly include: string;
}

/** What the server is asked for the first page of a list. */
export const listRequest = ({ query, include }: AskedCases) => ({
  ...{ query, limit: PAGE, fields: LISTED_FIELDS },
  include: include === '' ? LISTED_NAMES : `${LISTED_NAMES},${include}`,
});

/** The names of all that a case refers to. */
export const FULL_NAMES = 'space,project,section,milestone,status,priority,assignee,reporter,creator,recipients';
