import { type FieldProblem, invalidField, refuseInvalidFields } from '../../kernel/errors.ts';
import { rights as knownRights, type Right } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { usableName } from '../choices/choice.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import type { User } from '../users/user.ts';
import { hashKey, type KeyOrigin, newKey } from './key.ts';
import { insertKey } from './keys.store.ts';
import { expiryProblems, findMakingKey, requireRoomForKey } from './limits-of-new-keys.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface CreateKey {
  readonly user: User;
  /** What the key is for, in its owner's words. */
  readonly name: string;
  readonly origin?: KeyOrigin;
  readonly expiresAt?: number | null;
  /** The only spaces it works in; without it, all that the user can see. */
  readonly spaceIds?: readonly number[] | null;
  /** The only rights it has; without it, all that the user has. With an empty list it can only read. */
  readonly rights?: readonly Right[] | null;
  readonly userAgent?: string | null;
  /** A key chosen beforehand: of a session, or in the sandbox. */
  readonly key?: string;
}

/** A key that was made: this is the only time it can be read. */
export interface NewKey {
  readonly keyId: number;
  readonly key: string;
}

/** Issues an API key and answers with it. Throws FIELDS_INVALID, RIGHT_MISSING, KEY_LIMIT_REACHED. */
export const createKey = async (ctx: Context, key: CreateKey): Promise<string> => (await issueKey(ctx, key)).key;

/** The same, and answers with its ID too. */
export const issueKey = (
  ctx: Context,
  { user, name, origin = 'issued', expiresAt = null, spaceIds = null, rights = null, ...given }: CreateKey,
): Promise<NewKey> => {
  const key = given.key ?? newKey(user.username);
  const { userAgent = null } = given;
  const kept = usableName('name', name);
  return ctx.inTransaction(async (tx) => {
    await requireKeysOf(tx, { userId: user.id, purpose: 'issue this API key' });
    if (!user.active) throw invalidField('username', `must be active: ${user.username} is deactivated`);
    const maker = await findMakingKey(tx);
    refuseInvalidFields([
      ...rightsProblems(rights),
      ...(await spacesProblems(tx, user, spaceIds)),
      ...expiryProblems({ expiresAt, maker, now: tx.now }),
    ]);
    if (origin === 'issued') await requireRoomForKey(tx, { user });
    const scope = { spaceIds: spaceIds && [...new Set(spaceIds)], rights: rights && [...new Set(rights)] };
    const id = await insertKey(tx.db, {
      ...scope,
      userId: user.id,
      name: kept,
      origin,
      hash: hashKey(key),
      createdAt: tx.now,
      expiresAt,
      userAgent,
      madeWithKeyId: maker?.id ?? null,
    });
    const payload = { keyId: id, userId: user.id, name: kept, origin, ...scope };
    await appendEvent(tx, { type: 'key.created', payload });
    return { keyId: id, key };
  });
};

const rightsProblems = (rights: readonly string[] | null): FieldProblem[] =>
  (rights ?? [])
    .filter((right) => !knownRights.some((known) => known === right))
    .map((right) => ({ field: 'rights', problem: `must be among ${knownRights.join(', ')}: there is no ${right}` }));

const spacesProblems = async (tx: Context, user: User, spaceIds: readonly number[] | null): Promise<FieldProblem[]> => {
  const problems: FieldProblem[] = [];
  for (const id of spaceIds ?? []) {
    const configuration = await findConfiguration(tx, id);
    if (configuration !== undefined && roleOfUser(configuration, user) !== undefined) continue;
    problems.push({ field: 'spaceIds', problem: `must be spaces that ${user.username} can see: ${id} is none` });
  }
  return problems;
};
