import { expect, it } from 'vitest';
import { rights, roleHasRight, spaceRoles } from './permissions.ts';

/**
 * The table once more, in the words of the product. The matrix of all people and verbs follows the table wherever it
 * goes; here a change of it has to be meant.
 */
const contributors = ['Create', 'Update', 'AddRecipients', 'UploadAttachment', 'CreateComment'];
const agents = [
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
];

it('viewers read, contributors report, agents work on everything, managers configure besides', () => {
  const held = spaceRoles.map((role) => [role, rights.filter((right) => roleHasRight(role, right))]);
  expect(Object.fromEntries(held)).toEqual({
    manager: [...agents, 'ManageSpace'],
    agent: agents,
    contributor: contributors,
    viewer: [],
  });
});
