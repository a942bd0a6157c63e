import type { Context } from '../../platform/context.ts';
import type { Link } from './link.ts';
import { type LinkedCase, linkedCases } from './linked-case.ts';

interface GetLink {
  readonly caseId: number;
  /** A link of the case that whoever acts has just made: they see both of its cases. */
  readonly link: Link;
}

/** The link as it is seen from the case, with the other one. */
export const getLinkOfCase = async (ctx: Context, { caseId, link }: GetLink): Promise<LinkedCase> => {
  const [seen] = await linkedCases(ctx, { caseId, links: [link] });
  if (seen === undefined) throw new Error(`Link ${link.id} was made and is not there.`);
  return seen;
};
