/** Roles in the workspace. An administrator is a manager of every space. */
export const workspaceRoles = ['administrator', 'member'] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

/** Roles in one space, strongest first. */
export const spaceRoles = ['manager', 'agent', 'contributor', 'viewer'] as const;
export type SpaceRole = (typeof spaceRoles)[number];

/**
 * What one may do in a space that one can see. The first nine are rights on cases, under the names the old product
 * gives them: `Update` is for cases of one's own, `AdminEntityUpdate` for those of others. `CreateComment` is the old
 * product's `Create` for comments; `InternalComments` is reading and writing notes that reporters do not see;
 * `ManageSpace` is its configuration. Source: communifire-api.md section 3, permissions.
 */
export const rights = [
  'Create',
  'Update',
  'AdminEntityUpdate',
  'Delete',
  'AssignToUser',
  'UpdateIssuePriority',
  'UpdateIssueStatus',
  'AddRecipients',
  'UploadAttachment',
  'CreateComment',
  'InternalComments',
  'ManageSpace',
] as const;
export type Right = (typeof rights)[number];

/** Who may do what: the one table that every verb asks. */
const rightsByRole: Readonly<Record<SpaceRole, ReadonlySet<Right>>> = {
  manager: new Set(rights),
  agent: new Set(rights.filter((right) => right !== 'ManageSpace')),
  contributor: new Set(['Create', 'Update', 'AddRecipients', 'UploadAttachment', 'CreateComment']),
  viewer: new Set(),
};

/** Whether someone with this role in a space has the right there. */
export const roleHasRight = (role: SpaceRole, right: Right): boolean => rightsByRole[role].has(right);
