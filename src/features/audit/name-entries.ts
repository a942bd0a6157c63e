import { type Person, personOf } from '../../kernel/person.ts';
import type { Context } from '../../platform/context.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import { findUser } from '../users/find-user.ts';
import type { AuditEntry } from './audit.ts';

/** An entry with the names of those in it. */
export interface NamedEntry {
  readonly entry: AuditEntry;
  readonly actor: Person | null;
  readonly person: Person | null;
  readonly space: { readonly id: number; readonly name: string } | null;
}

/** The entries with the names, as they are now, of the people and spaces in them. */
export const nameEntries = (ctx: Context, entries: readonly AuditEntry[]): Promise<NamedEntry[]> =>
  Promise.all(
    entries.map(async (entry) => ({
      entry,
      actor: await personWith(ctx, entry.actorId),
      person: await personWith(ctx, entry.personId),
      space: await spaceWith(ctx, entry.spaceId),
    })),
  );

const personWith = async (ctx: Context, id: number | null): Promise<Person | null> => {
  const user = id === null ? undefined : await findUser(ctx, id);
  return user === undefined ? null : personOf(user);
};

const spaceWith = async (ctx: Context, id: number | null): Promise<NamedEntry['space']> => {
  const configuration = id === null ? undefined : await findConfiguration(ctx, id);
  return configuration === undefined ? null : { id: configuration.space.id, name: configuration.space.name };
};
