import { type Static, Type } from 'typebox';
import type { CaseChanges } from '../../features/cases/case.ts';
import { DomainError } from '../../kernel/errors.ts';
import { WireAttachment } from '../attachments/attachment.wire.ts';
import { type BodyReader, bodyReader, type Fields, wireNames } from '../fields.ts';
import { clearableId, idCsv, keptId, text, textCsv } from '../wire-types.ts';

type BodyProperties = Required<CaseChanges>;

export type NewCaseProperties = BodyProperties & { readonly reporterId: number };

/** The body of "Update case". Source: communifire-api.md section 2. */
const updateFields = {
  IssueTitle: { property: 'title', type: text },
  IssueDescription: { property: 'description', type: text },
  MilestoneID: { property: 'milestoneId', type: clearableId },
  AssignedToUserID: { property: 'assigneeId', type: clearableId },
  ProjectID: { property: 'projectId', type: keptId },
  ProjectSectionID: { property: 'sectionId', type: clearableId },
  IssuePriorityID: { property: 'priorityId', type: keptId },
  IssueStatusID: { property: 'statusId', type: keptId },
  SpaceID: { property: 'spaceId', type: keptId },
  TagsCSV: { property: 'tags', type: textCsv },
  RecipientUserIDCSV: { property: 'recipientIds', type: idCsv },
} as const satisfies Fields<BodyProperties>;

/** The body of "Create case": the same, and who reported it. */
export const createFields = {
  ...updateFields,
  ReportedByUserID: { property: 'reporterId', type: keptId },
} as const satisfies Fields<NewCaseProperties>;

/** What the fields of a case are called on the wire, by their names inside. */
export const caseFieldNames = wireNames<NewCaseProperties>(createFields);

const readUpdateFields = bodyReader<BodyProperties>(updateFields);

/** Reads the body of an update. Throws BODY_MALFORMED when it names no known property, FIELDS_INVALID. */
export const readCaseUpdate: BodyReader<BodyProperties> = (body, tellIgnored) => {
  const read = readUpdateFields(body, tellIgnored);
  if (read.known > 0) return read;
  const names = Object.keys(updateFields).join(', ');
  throw new DomainError('BODY_MALFORMED', { message: `The request body must have at least one of these: ${names}.` });
};

/** Reads the body of a new case. Throws BODY_MALFORMED, FIELDS_INVALID. */
export const readNewCase = bodyReader<NewCaseProperties>(createFields);

/** A case as clients of the old product read it. Source: communifire-api.md section 3, cases. */
export const WireCase = Type.Object({
  IssueID: Type.Integer(),
  IssueTitle: Type.String(),
  IssueDescription: Type.String(),
  SpaceID: Type.Integer(),
  SpaceName: Type.String(),
  ProjectID: Type.Integer(),
  ProjectTitle: Type.String(),
  ProjectSectionID: Type.Integer(),
  ProjectSectionName: Type.String(),
  MilestoneID: Type.Integer(),
  MilestoneTitle: Type.String(),
  IssueStatusID: Type.Integer(),
  IssueStatusName: Type.String(),
  StatusColorCssClass: Type.String(),
  IssuePriorityID: Type.Integer(),
  IssuePriorityName: Type.String(),
  AssignedToUserID: Type.Integer(),
  AssignedToUserDisplayName: Type.String(),
  ReportedByUserID: Type.Integer(),
  ReportedByUserName: Type.String(),
  ReportedByUserDisplayName: Type.String(),
  ReportedByUserAvatarImageUrl: Type.String(),
  UserID: Type.Integer(),
  DateCreated: Type.String(),
  DateUpdated: Type.String(),
  DateCreatedWithRespectToUser: Type.String(),
  DateUpdatedWithRespectToUser: Type.String(),
  CommentCount: Type.Integer(),
  TagsCSV: Type.String(),
  Tagname: Type.String(),
  RecipientUserIDCSV: Type.String(),
  Attachments: Type.Array(WireAttachment),
});

export type WireCase = Static<typeof WireCase>;
