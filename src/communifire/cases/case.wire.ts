import { type Static, Type } from 'typebox';
import type { CaseChanges } from '../../features/cases/case.ts';
import { MAX_TITLE_LENGTH } from '../../features/cases/normalize-changes.ts';
import { DomainError } from '../../kernel/errors.ts';
import { WireAttachment } from '../attachments/attachment.wire.ts';
import { bodySchema } from '../documentation.ts';
import { type BodyReader, bodyReader, type Fields, wireNames } from '../fields.ts';
import { clearableId, idCsv, keptId, text, textCsv } from '../wire-types.ts';

type BodyProperties = Required<CaseChanges>;

export type NewCaseProperties = BodyProperties & { readonly reporterId: number };

/** The body of "Update case". Source: communifire-api.md section 2. */
const updateFields = {
  IssueTitle: { property: 'title', type: text, description: `Plain text, at most ${MAX_TITLE_LENGTH} characters.` },
  IssueDescription: { property: 'description', type: text, description: 'HTML; what could run is taken out.' },
  MilestoneID: { property: 'milestoneId', type: clearableId, description: 'The milestone; 0 for none.' },
  AssignedToUserID: { property: 'assigneeId', type: clearableId, description: 'Who works on it; 0 for nobody.' },
  ProjectID: { property: 'projectId', type: keptId, description: 'The project; 0 leaves it.' },
  ProjectSectionID: {
    property: 'sectionId',
    type: clearableId,
    description: 'The section of the project; 0 for none.',
  },
  IssuePriorityID: { property: 'priorityId', type: keptId, description: 'The priority; 0 leaves it.' },
  IssueStatusID: { property: 'statusId', type: keptId, description: 'The status; 0 leaves it.' },
  SpaceID: { property: 'spaceId', type: keptId, description: 'The space; 0 leaves it, another one moves the case.' },
  TagsCSV: { property: 'tags', type: textCsv, description: 'Tags with commas: the whole set.' },
  RecipientUserIDCSV: {
    property: 'recipientIds',
    type: idCsv,
    description: 'Who is kept informed, IDs with commas: the whole set.',
  },
} as const satisfies Fields<BodyProperties>;

/** The body of "Create case": the same, and who reported it. */
export const createFields = {
  ...updateFields,
  ReportedByUserID: { property: 'reporterId', type: keptId, description: 'Who reported it; whoever asks unless told.' },
} as const satisfies Fields<NewCaseProperties>;

/** What the fields of a case are called on the wire, by their names inside. */
export const caseFieldNames = wireNames<NewCaseProperties>(createFields);

/** What the vendor's own example says. Source: communifire-api.md section 2. */
const vendorExample = {
  IssueTitle: 'Unable to load the page.',
  IssueDescription: 'When I try to load the page, it shows 404. Yesterday it was existing.',
};

/** The bodies of "Update case" and "Create case" for the documentation. */
export const CaseUpdateBody = bodySchema(updateFields, { name: 'CommunifireCaseChanges', example: vendorExample });
export const NewCaseBody = bodySchema(createFields, {
  name: 'CommunifireNewCase',
  required: ['IssueTitle', 'SpaceID', 'ProjectID'],
  example: { ...vendorExample, SpaceID: 1, ProjectID: 1 },
});

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
export const WireCase = Type.Object(
  {
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
  },
  { $id: 'CommunifireCase' },
);

export type WireCase = Static<typeof WireCase>;
