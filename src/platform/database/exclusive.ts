import { sql } from 'kysely';
import type { Session } from './session.ts';

/** Lets one transaction at a time through, of those that name the same thing, until it ends; across processes. */
export const waitForTurn = async ({ dialect, kysely }: Session, name: string): Promise<void> => {
  // SQLite has one writer at a time anyway.
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(kysely);
};
