import { prepared } from './prepared.ts';
import type { Session } from './session.ts';

const advanceEpoch = prepared((db) =>
  db.updateTable('configuration_epoch').set(({ eb }) => ({ epoch: eb('epoch', '+', 1) })),
);

/** Says, as part of the transaction, that it changes what processes hold in memory: all of them will forget it. */
export const announceConfigurationChange = async (session: Session): Promise<void> => {
  if (session.configurationChanged) return;
  session.configurationChanged = true;
  await advanceEpoch.all(session, {});
};
