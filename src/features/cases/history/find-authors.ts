import { type Person, personOf } from '../../../kernel/person.ts';
import type { Context } from '../../../platform/context.ts';
import { findUser } from '../../users/find-user.ts';
import type { CaseChange } from './case-change.ts';

/** Somebody who changed a case, as far as everybody may know who sees the case. */
export type Author = Person;

interface FindAuthors {
  readonly changes: readonly CaseChange[];
}

/** Who made these changes, by ID. */
export const findAuthors = async (ctx: Context, { changes }: FindAuthors): Promise<ReadonlyMap<number, Author>> => {
  const authors = new Map<number, Author>();
  for (const id of new Set(changes.map(({ actorId }) => actorId))) {
    const user = id === null ? undefined : await findUser(ctx, id);
    if (user === undefined) continue;
    authors.set(user.id, personOf(user));
  }
  return authors;
};
