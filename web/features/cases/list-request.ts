import type { ShapedCase } from '../../../src/client/index.ts';

/** How many cases come with one request. */
const PAGE = 100;

/** What rows of lists show; descriptions are not among it. */
const listedFields = [
  'id',
  'title',
  'spaceId',
  'projectId',
  'milestoneId',
  'statusId',
  'priorityId',
  'assigneeId',
  'dueOn',
  'tags',
  'revision',
  'commentCount',
  'attachmentCount',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof ShapedCase)[];

const listedNames = [
  'space',
  'project',
  'section',
  'milestone',
  'status',
  'priority',
  'assignee',
  'reporter',
] as const satisfies readonly (keyof ShapedCase)[];

/** A case as lists show it. */
export type ListedCase = Required<Pick<ShapedCase, (typeof listedFields | typeof listedNames)[number]>> &
  // Only when they are asked for.
  Pick<ShapedCase, 'creator' | 'recipients'>;

const FIELDS = listedFields.join();
const NAMES = listedNames.join();

/** Which cases a list is about, and what it shows of them beyond what every row has. */
export interface AskedCases {
  readonly query: string;
  /** Names of what cases refer to, with commas; "" for none. */
  readonly include: string;
}

/** What the server is asked for the first page of a list. */
export const listRequest = ({ query, include }: AskedCases) => ({
  ...{ query, limit: PAGE, fields: FIELDS },
  include: include === '' ? NAMES : `${NAMES},${include}`,
});

/** The names of all that a case refers to. */
export const FULL_NAMES = 'space,project,section,milestone,status,priority,assignee,reporter,creator,recipients';
