import {
  type CaseFilter,
  type CaseSort,
  type CaseSortField,
  caseSortFields,
} from '../../features/cases/list/case-list.ts';
import { type FieldProblem, refuseInvalidFields } from '../../kernel/errors.ts';
import { knownParameters, pageParameters } from '../known-parameters.ts';
import type { Query } from '../query.ts';
import { directionIn, unknownDirection } from '../sort-order.ts';
import { keptId } from '../wire-types.ts';

/** Source: communifire-api.md section 3, cases; parameters by their lower-case names. */
const filterParameters = {
  spaceid: ['spaceID', 'spaceId'],
  reportedbyuserid: ['reportedByUserID', 'reporterId'],
  assignedtouserid: ['assignedToUserID', 'assigneeId'],
  issuestatusid: ['issueStatusID', 'statusId'],
  projectid: ['projectID', 'projectId'],
  categoryid: ['categoryID', 'sectionId'],
  milestoneid: ['milestoneID', 'milestoneId'],
  priorityid: ['priorityID', 'priorityId'],
} as const satisfies Record<string, readonly [string, Exclude<keyof CaseFilter, 'keyword'>]>;

/** All that the list of cases reads from the URL. */
export const caseListParameters = knownParameters(
  ...Object.values(filterParameters).map(([name]) => name),
  'keyword',
  'SortColumn',
  'SortOrder',
  ...pageParameters,
);

/** Reads the conditions of a list; an empty parameter and 0 are none. Throws FIELDS_INVALID. */
export const readCaseFilter = (query: Query): CaseFilter => {
  const filter: { -readonly [P in keyof CaseFilter]: CaseFilter[P] } = {};
  const problems: FieldProblem[] = [];
  for (const [parameter, [name, property]] of Object.entries(filterParameters)) {
    const raw = query[parameter] ?? '';
    const reading = keptId.read(raw.trim() === '' ? null : raw);
    if ('problem' in reading) problems.push({ field: name, problem: reading.problem });
    if ('value' in reading) filter[property] = reading.value;
  }
  refuseInvalidFields(problems);
  // Neither database can keep NUL characters in a text, so none can be found.
  const keyword = (query['keyword'] ?? '').toWellFormed().replaceAll('\u0000', ' ').trim();
  return keyword === '' ? filter : { ...filter, keyword };
};

/** Names for the columns, as clients spell them in lower case. */
const sortColumns: ReadonlyMap<string, CaseSortField> = new Map([
  ['dateupdated', 'updatedAt'],
  ['datecreated', 'createdAt'],
  ['issueid', 'id'],
  ['issuetitle', 'title'],
  ['issuestatusid', 'statusId'],
  ['issuepriorityid', 'priorityId'],
  ['assignedtouserid', 'assigneeId'],
  ['reportedbyuserid', 'reporterId'],
]);

/** Reads the order of a list. Throws FIELDS_INVALID. Source: communifire-api.md section 1, sorting. */
export const readSort = (query: Query): CaseSort => {
  const column = (query['sortcolumn'] ?? '').trim().toLowerCase();
  const field = /^\d+$/u.test(column) ? caseSortFields[Number(column)] : sortColumns.get(column || 'dateupdated');
  const direction = directionIn(query, 'desc');
  refuseInvalidFields([
    ...(field === undefined ? [{ field: 'SortColumn', problem: `must be one of ${sortColumnNames}` }] : []),
    ...(direction === undefined ? [unknownDirection] : []),
  ]);
  return { field: field ?? 'updatedAt', direction: direction ?? 'desc' };
};

const sortColumnNames =
  'DateUpdated (0), DateCreated (1), IssueID (2), IssueTitle (3), IssueStatusID (4), IssuePriorityID (5), ' +
  'AssignedToUserID (6), ReportedByUserID (7)';
