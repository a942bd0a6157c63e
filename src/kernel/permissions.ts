/** Roles in the workspace. */
export const workspaceRoles = ['administrator', 'member'] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

/** Roles in one space, strongest first. */
const spaceRoles = ['manager', 'agent', 'contributor', 'viewer'] as const;
export type SpaceRole = (typeof spaceRoles)[number];

/** Rights on cases, under the names the old product gives them. Source: communifire-api.md section 3, permissions. */
const rights = [
  'Create',
  'Update',
  'AdminEntityUpdate',
  'AssignToUser',
  'UpdateIssuePriority',
  'UpdateIssueStatus',
  'AddRecipients',
] as const;
export type Right = (typeof rights)[number];

const contributorRights: readonly Right[] = ['Create', 'Update', 'AddRecipients'];

/** Who may do what: the one table that every verb asks. */
const rightsByRole: Readonly<Record<SpaceRole, ReadonlySet<Right>>> = {
  manager: new Set(rights),
  agent: new Set(rights),
  contributor: new Set(contributorRights),
  viewer: new Set(),
};

/** Whether someone with this role in a space has the right there. */
export const roleHasRight = (role: SpaceRole, right: Right): boolean => rightsByRole[role].has(right);
