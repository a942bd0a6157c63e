import { Type } from 'typebox';

/** What a case can be given, as clients of the old product read it. Source: communifire-api.md section 3, cases. */
export const WireStatus = Type.Object(
  {
    IssueStatusID: Type.Integer(),
    IssueStatusName: Type.String(),
    StatusColorCssClass: Type.String(),
    IsDefault: Type.Boolean(),
    IsClosed: Type.Boolean(),
  },
  { $id: 'CommunifireStatus' },
);

export const WirePriority = Type.Object(
  {
    IssuePriorityID: Type.Integer(),
    IssuePriorityName: Type.String(),
    IsDefault: Type.Boolean(),
  },
  { $id: 'CommunifirePriority' },
);

export const WireProject = Type.Object(
  {
    ProjectID: Type.Integer(),
    ProjectTitle: Type.String(),
    IsDefaultProject: Type.Boolean(),
  },
  { $id: 'CommunifireProject' },
);

export const WireSection = Type.Object(
  { ProjectSectionID: Type.Integer(), ProjectSectionName: Type.String() },
  { $id: 'CommunifireSection' },
);

export const WireMilestone = Type.Object(
  {
    MilestoneID: Type.Integer(),
    MilestoneTitle: Type.String(),
    /** "" when there is none. */
    DueDate: Type.String(),
    PercentComplete: Type.Integer(),
  },
  { $id: 'CommunifireMilestone' },
);
