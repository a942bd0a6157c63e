import { rightsOnCase } from '../../features/cases/rights-on-case.ts';
import { rightsInSpace, rightsSomewhere } from '../../features/spaces/rights-in-space.ts';
import { invalidField } from '../../kernel/errors.ts';
import type { Right } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { entityNumbers } from '../entity-types.ts';
import type { Query } from '../query.ts';
import { readQueryCsv } from '../query-csv.ts';
import { readQueryId } from '../query-id.ts';

/** What a client asks about permissions. */
interface PermissionQuestion {
  /** The number of a kind of content. Source: communifire-api.md section 1, entity types. */
  readonly entityType: number;
  /** Names of permissions as the client spells them. */
  readonly names: readonly string[];
  readonly spaceId: number | undefined;
  /** The case; without it, the question is about cases of the space. */
  readonly caseId: number | undefined;
}

/** The rights that the names of permissions mean, in lower case. Source: communifire-api.md section 3, permissions. */
const permissions: ReadonlyMap<number, ReadonlyMap<string, Right>> = new Map<number, ReadonlyMap<string, Right>>([
  [
    entityNumbers.case,
    new Map<string, Right>([
      ['create', 'Create'],
      ['update', 'Update'],
      ['delete', 'Delete'],
      ['adminentityupdate', 'AdminEntityUpdate'],
      ['assigntouser', 'AssignToUser'],
      ['updateissuepriority', 'UpdateIssuePriority'],
      ['updateissuestatus', 'UpdateIssueStatus'],
      ['addrecipients', 'AddRecipients'],
      ['uploadattachment', 'UploadAttachment'],
    ]),
  ],
  [entityNumbers.comment, new Map<string, Right>([['create', 'CreateComment']])],
]);

/** Reads what is asked. Throws FIELDS_INVALID. */
export const readPermissionQuestion = (query: Query): PermissionQuestion => {
  const entityType = (query['entitytype'] ?? '').trim();
  if (!/^\d{1,9}$/u.test(entityType)) throw invalidField('entitytype', 'must be the number of a kind of content');
  const spaceId = readQueryId(query, 'spaceID');
  const entityId = readQueryId(query, 'entityid');
  // The ID beside a question about comments may be that of a comment: the space says enough.
  const caseId = Number(entityType) === entityNumbers.comment && spaceId !== undefined ? undefined : entityId;
  return { entityType: Number(entityType), names: readQueryCsv(query, 'permissionsCsv'), spaceId, caseId };
};

/**
 * Which of the permissions whoever acts has, under the names they were asked by: on a case, in a space, or without
 * either, anywhere. What is not known is not allowed. Throws CASE_NOT_FOUND, SPACE_NOT_FOUND.
 */
export const answerPermissionQuestion = async (
  ctx: Context,
  { entityType, names, ...place }: PermissionQuestion,
): Promise<Readonly<Record<string, boolean>>> => {
  const meanings = permissions.get(entityType);
  const held = meanings === undefined ? new Set<Right>() : await rightsAt(ctx, place);
  const isHeld = (right: Right | undefined): boolean => right !== undefined && held.has(right);
  return Object.fromEntries(names.map((name) => [name, isHeld(meanings?.get(name.toLowerCase()))]));
};

const rightsAt = (
  ctx: Context,
  { spaceId, caseId }: Pick<PermissionQuestion, 'spaceId' | 'caseId'>,
): Promise<ReadonlySet<Right>> => {
  if (caseId !== undefined) return rightsOnCase(ctx, { caseId });
  return spaceId === undefined ? rightsSomewhere(ctx) : rightsInSpace(ctx, { spaceId });
};
