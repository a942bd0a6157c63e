import type { Context } from '../../platform/context.ts';
import { appendEvents } from '../../platform/events/append-event.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import { type Link, relationFrom } from './link.ts';

interface RecordLink {
  readonly link: Link;
  readonly type: 'case.linked' | 'case.unlinked';
}

/**
 * Writes an event for each of the two cases. Neither names the other case: who hears of the one may not know that the
 * other one exists.
 */
export const recordLink = async (tx: Context, { link, type }: RecordLink): Promise<void> => {
  const cases = await casesWithIds(tx, { ids: [link.fromCaseId, link.toCaseId] });
  await appendEvents(
    tx,
    cases.map(({ id: caseId, spaceId }) => ({
      type,
      spaceId,
      caseId,
      payload: { linkId: link.id, relation: relationFrom(link, caseId) },
    })),
  );
};
