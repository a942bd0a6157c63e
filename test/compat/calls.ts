import { deleteCase } from './delete-case.ts';
import { deleteContentLikes } from './delete-content-likes.ts';
import { deleteDevicetokens } from './delete-devicetokens.ts';
import { getCase } from './get-case.ts';
import { getCaseComments } from './get-case-comments.ts';
import { getCases } from './get-cases.ts';
import { getContentAttachments } from './get-content-attachments.ts';
import { getContentLikes } from './get-content-likes.ts';
import { getContentProfile } from './get-content-profile.ts';
import { getNotifications } from './get-notifications.ts';
import { getPermissionsAccess } from './get-permissions-access.ts';
import { getPing } from './get-ping.ts';
import { getProjectAssignto } from './get-project-assignto.ts';
import { getProjectCategories } from './get-project-categories.ts';
import { getProjectMilestones } from './get-project-milestones.ts';
import { getProjectRecipients } from './get-project-recipients.ts';
import { getSamlDetails } from './get-saml-details.ts';
import { getSearch } from './get-search.ts';
import { getSpace } from './get-space.ts';
import { getSpaceEntityaccess } from './get-space-entityaccess.ts';
import { getSpaceMembers } from './get-space-members.ts';
import { getSpacePriorities } from './get-space-priorities.ts';
import { getSpaceProjects } from './get-space-projects.ts';
import { getSpaceStatuses } from './get-space-statuses.ts';
import { getSpaceUsers } from './get-space-users.ts';
import { getSpaces } from './get-spaces.ts';
import { getUserDetails } from './get-user-details.ts';
import { getUsers } from './get-users.ts';
import { getUsersMe } from './get-users-me.ts';
import { getUsersMeSpaces } from './get-users-me-spaces.ts';
import { getWallStream } from './get-wall-stream.ts';
import { getWallTicker } from './get-wall-ticker.ts';
import { otherContent } from './other-content.ts';
import { postCaseAttachments } from './post-case-attachments.ts';
import { postCaseComments } from './post-case-comments.ts';
import { postCases } from './post-cases.ts';
import { postCommentAttachments } from './post-comment-attachments.ts';
import { postContentLikes } from './post-content-likes.ts';
import { postDevicetokens } from './post-devicetokens.ts';
import { postServiceCase } from './post-service-case.ts';
import { postServiceCasecomment } from './post-service-casecomment.ts';
import type { Call } from './protocol/exchange.ts';
import { putCaseRules } from './put-case.rules.ts';
import { putCase } from './put-case.ts';
import { putUsersToken } from './put-users-token.ts';

/** The whole of communifire-api.md, call by call; signing in comes last, because it ends with having tried too often. */
export const calls: readonly Call[] = [
  deleteCase,
  deleteContentLikes,
  deleteDevicetokens,
  getCaseComments,
  getCase,
  getCases,
  getContentAttachments,
  getContentLikes,
  getContentProfile,
  getNotifications,
  getPermissionsAccess,
  getPing,
  getProjectAssignto,
  getProjectCategories,
  getProjectMilestones,
  getProjectRecipients,
  getSamlDetails,
  getSearch,
  getSpaceEntityaccess,
  getSpaceMembers,
  getSpacePriorities,
  getSpaceProjects,
  getSpaceStatuses,
  getSpaceUsers,
  getSpace,
  getSpaces,
  getUserDetails,
  getUsersMeSpaces,
  getUsersMe,
  getUsers,
  getWallStream,
  getWallTicker,
  otherContent,
  postCaseAttachments,
  postCaseComments,
  postCases,
  postCommentAttachments,
  postContentLikes,
  postDevicetokens,
  postServiceCase,
  postServiceCasecomment,
  putCaseRules,
  putCase,
  putUsersToken,
];
