import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { yesOrNo } from './protocol/matchers.ts';

const rights =
  'Create,Update,Delete,AdminEntityUpdate,AssignToUser,UpdateIssuePriority,UpdateIssueStatus,AddRecipients,UploadAttachment';
const each = (answer: boolean) => Object.fromEntries(rights.split(',').map((right) => [right, answer]));

/** Section 3, spaces and permissions: which buttons a client shows. */
export const getPermissionsAccess: Call = {
  call: 'GET /api/permissions/access',
  exchanges: [
    {
      name: 'the rights are spelled as they were asked for',
      covers: ['rights on cases', 'entity types'],
      against: 'any server',
      request: 'GET /api/permissions/access?entitytype=19&permissionsCsv=Create,UPDATE&spaceID={space}&entityid=',
      status: 200,
      answer: read({ Create: yesOrNo, UPDATE: yesOrNo }),
    },
    {
      name: 'commenting is a right on comments',
      covers: ['the right to comment', 'entity types'],
      against: 'any server',
      request: 'GET /api/permissions/access?entitytype=20&permissionsCsv=Create&spaceID={space}&entityid=',
      status: 200,
      answer: read({ Create: yesOrNo }),
    },
    {
      name: 'an agent has all nine',
      covers: ['rights on cases'],
      against: 'our server',
      request: `GET /api/permissions/access?entitytype=19&permissionsCsv=${rights}&spaceID={openSpace}&entityid={case}`,
      headers: { 'Rest-Api-Key': '{agentKey}' },
      status: 200,
      answer: read(each(true)),
    },
    {
      name: 'a viewer has none of them',
      covers: ['rights on cases'],
      against: 'our server',
      request: `GET /api/permissions/access?entitytype=19&permissionsCsv=${rights}&spaceID={openSpace}&entityid=`,
      headers: { 'Rest-Api-Key': '{viewerKey}' },
      status: 200,
      answer: read(each(false)),
    },
    {
      name: 'nor may a viewer comment',
      covers: ['the right to comment'],
      against: 'our server',
      request: 'GET /api/permissions/access?entitytype=20&permissionsCsv=Create&spaceID={openSpace}&entityid=',
      headers: { 'Rest-Api-Key': '{viewerKey}' },
      status: 200,
      answer: read({ Create: false }),
    },
    {
      name: 'in a space that is not there for them they may do nothing, or it is not there',
      covers: ['error 404'],
      against: 'our server',
      request: 'GET /api/permissions/access?entitytype=19&permissionsCsv=Create&spaceID={privateSpace}&entityid=',
      headers: { 'Rest-Api-Key': '{outsiderKey}' },
      status: 404,
      answer: refused(/./u),
    },
  ],
};
