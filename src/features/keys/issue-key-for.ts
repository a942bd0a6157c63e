import type { Right } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { getPerson } from '../users/get-person.ts';
import { issueKey } from './create-key.ts';
import { getKey } from './get-key.ts';
import type { ApiKey } from './key.ts';

interface IssueKeyFor {
  readonly userId: number;
  readonly name: string;
  readonly expiresAt: number | null;
  readonly spaceIds?: readonly number[] | null;
  readonly rights?: readonly Right[] | null;
}

/** A key that was issued: this is the only time it can be read. */
export interface IssuedKey {
  readonly issued: ApiKey;
  readonly key: string;
}

/** Issues a key for somebody in sight. Throws USER_NOT_FOUND, FIELDS_INVALID, RIGHT_MISSING, KEY_LIMIT_REACHED. */
export const issueKeyFor = (ctx: Context, { userId, ...wanted }: IssueKeyFor): Promise<IssuedKey> =>
  ctx.inTransaction(async (tx) => {
    const user = await getPerson(tx, { userId });
    const { keyId, key } = await issueKey(tx, { ...wanted, user });
    return { issued: await getKey(tx, { keyId }), key };
  });
