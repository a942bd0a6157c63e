import {
  aCount,
  anyId,
  anyText,
  anything,
  arrayOf,
  atLeast,
  idOrNone,
  idsWithCommas,
  isoInstant,
  isoWithOffset,
  someText,
  yesOrNo,
} from './matchers.ts';

/** A case as clients read it. Source: communifire-api.md section 3, cases. */
export const aCase = {
  IssueID: anyId,
  IssueTitle: someText,
  IssueDescription: anyText,
  SpaceID: anyId,
  SpaceName: someText,
  ProjectID: anyId,
  ProjectTitle: someText,
  ProjectSectionID: idOrNone,
  ProjectSectionName: anyText,
  MilestoneID: idOrNone,
  MilestoneTitle: anyText,
  IssueStatusID: anyId,
  IssueStatusName: someText,
  StatusColorCssClass: anyText,
  IssuePriorityID: anyId,
  IssuePriorityName: someText,
  AssignedToUserID: idOrNone,
  AssignedToUserDisplayName: anyText,
  ReportedByUserID: anyId,
  ReportedByUserName: someText,
  ReportedByUserDisplayName: someText,
  ReportedByUserAvatarImageUrl: anyText,
  UserID: anyId,
  DateCreated: isoInstant,
  DateUpdated: isoInstant,
  DateCreatedWithRespectToUser: isoWithOffset,
  DateUpdatedWithRespectToUser: isoWithOffset,
  CommentCount: aCount,
  TagsCSV: anyText,
  Tagname: anyText,
  RecipientUserIDCSV: idsWithCommas,
  Attachments: arrayOf(atLeast({ FileName: someText })),
} as const;

/** Whose key it is. Source: section 3, session and people. */
export const aUser = {
  UserID: anyId,
  UserName: someText,
  UserInfoDisplayName: someText,
  FirstName: anyText,
  LastName: anyText,
  Email: anyText,
  AvatarImageURL: anyText,
  RankName: anyText,
} as const;

/** Somebody who can be assigned or kept informed. Source: section 3, cases. */
export const aCandidate = {
  UserID: anyId,
  UserInfoDisplayName: someText,
  AvatarImageURL: anyText,
  FirstName: anyText,
  LastName: anyText,
} as const;

/** What the reference says of a space; it ends its list with an ellipsis. Source: section 3, spaces and permissions. */
export const aSpace = {
  SpaceID: idOrNone,
  SpaceName: someText,
  SpaceVisibility: aCount,
  SpaceIconFileName: anyText,
  SpaceIconURL: anyText,
  SpaceImageURL: anyText,
} as const;

/** A space of ours, which has nothing beside these. */
export const ourSpace = {
  ...aSpace,
  SpaceDescription: anyText,
  SpaceStatus: anyId,
  SpaceURL: anyText,
  ParentSpaceID: idOrNone,
} as const;

/** Source: section 3, comments. */
export const aComment = {
  CommentID: anyId,
  IssueID: anyId,
  UserID: anyId,
  UserDisplayName: someText,
  AvatarPath: anyText,
  CommentText: anyText,
  CommentTextHtmlFormatted: anyText,
  CommentDateString: someText,
  DateCreated: isoInstant,
  ParentCommentID: idOrNone,
  IsInternal: yesOrNo,
  CommentTags: anyText,
  Attachments: arrayOf(atLeast({ FileName: someText })),
} as const;

/** Source: section 3, attachments. */
export const anAttachment = {
  FileName: someText,
  Caption: anyText,
  MediaServerRootURL: someText,
  FileSizeText: someText,
  IsImage: yesOrNo,
} as const;

/** Source: section 3, likes. */
export const likes = { LikeCount: aCount, DoesCurrentUserLikes: yesOrNo } as const;

/** Source: section 3, feeds. */
export const anActivity = {
  ActivityEntityType: 19,
  ActivityEntityTypeID: 19,
  ActivityEntityID: anyId,
  UserID: idOrNone,
  UserDisplayName: anyText,
  UserAvatarFullUrl: anyText,
  ActionText: someText,
  ActivityText: anyText,
  SpaceID: anyId,
  SpaceName: someText,
  Subject: someText,
  Summary: anyText,
  DateTimeSpan: someText,
  EntityCommentCount: aCount,
} as const;

/** Source: section 3, notifications. */
export const aNotification = {
  EntityType: anyId,
  EntityID: anyId,
  ParentEntityID: idOrNone,
  SpaceID: anyId,
  SpaceName: someText,
  ActivityAction: anything,
  ActionText: someText,
  Subject: someText,
  NewsFeedText: anyText,
  FromUserInfoDisplayName: anyText,
  FromUserAvatarImageURL: anyText,
  FromUser: anything,
  DateCreatedString: someText,
} as const;

/** Source: section 3, search. */
export const aFinding = {
  EntityType: 19,
  ContentID: anyId,
  ContentTitle: someText,
  ContentSummary: anyText,
  SpaceID: anyId,
  SpaceName: someText,
  AuthorDisplayName: anyText,
  DateCreatedString: someText,
} as const;
