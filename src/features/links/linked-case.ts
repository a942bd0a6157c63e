import type { Context } from '../../platform/context.ts';
import type { Case } from '../cases/case.ts';
import { inSight } from '../cases/case-access.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import type { Status } from '../spaces/space.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { type Link, otherCaseOf } from './link.ts';

/** A link as it is seen from one of its cases, with the other one. */
export interface LinkedCase {
  readonly link: Link;
  /** The case from which it is seen. */
  readonly caseId: number;
  readonly other: Case;
  readonly status: Pick<Status, 'id' | 'name' | 'isClosed' | 'color'>;
}

interface LinkedCases {
  readonly caseId: number;
  readonly links: readonly Link[];
}

/** What is linked with a case, as far as whoever acts sees it: what is hidden from them, or in the bin, is left out. */
export const linkedCases = async (ctx: Context, { caseId, links }: LinkedCases): Promise<LinkedCase[]> => {
  const others = await casesWithIds(ctx, { ids: [...new Set(links.map((link) => otherCaseOf(link, caseId)))] });
  const byId = new Map(others.map((other) => [other.id, other]));
  const seen: LinkedCase[] = [];
  for (const link of links) {
    const other = byId.get(otherCaseOf(link, caseId));
    if (other === undefined || (await inSight(ctx, other)) === undefined) continue;
    seen.push({ link, caseId, other, status: await statusOf(ctx, other) });
  }
  return seen;
};

const statusOf = async (ctx: Context, { spaceId, statusId }: Case): Promise<LinkedCase['status']> => {
  const status = (await getConfiguration(ctx, spaceId)).statuses.get(statusId);
  return { id: statusId, name: status?.name ?? '', isClosed: status?.isClosed === true, color: status?.color ?? null };
};
