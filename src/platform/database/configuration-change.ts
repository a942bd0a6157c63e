import { sql } from 'kysely';
import { CONFIGURATION_CHANNEL } from './postgres-listener.ts';
import type { Session } from './session.ts';

const announcements = {
  sqlite: sql`update configuration_epoch set epoch = epoch + 1`,
  postgres: sql`select pg_notify(${CONFIGURATION_CHANNEL}, '')`,
} as const;

/** Says, as part of the transaction, that it changes what processes hold in memory: all of them will forget it. */
export const announceConfigurationChange = async (session: Session): Promise<void> => {
  session.configurationChanged = true;
  await announcements[session.dialect].execute(session.kysely);
};
