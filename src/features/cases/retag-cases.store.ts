import type { Session } from '../../platform/database/session.ts';

/** A tag of a space, in whatever spelling. */
export interface TagOfSpace {
  readonly spaceId: number;
  /** As texts are compared. */
  readonly foldedName: string;
}

interface SelectTagged extends TagOfSpace {
  readonly afterCaseId: number;
  readonly limit: number;
}

const tagged = ({ kysely }: Session, { spaceId, foldedName }: TagOfSpace) =>
  kysely
    .selectFrom('case_tags')
    .innerJoin('cases', 'cases.id', 'case_tags.case_id')
    .where('case_tags.folded_name', '=', foldedName)
    .where('cases.space_id', '=', spaceId);

/** The next cases of the space with the tag, those in the bin too. */
export const selectTaggedCaseIds = async (
  session: Session,
  { afterCaseId, limit, ...tag }: SelectTagged,
): Promise<number[]> => {
  const query = tagged(session, tag).select('case_id as id').distinct().where('case_id', '>', afterCaseId);
  return (await query.orderBy('case_id').limit(limit).execute()).map(({ id }) => id);
};

/** How many cases of the space have the tag in another spelling than this one, those in the bin too. */
export const countSpelledOtherwise = async (
  session: Session,
  { spelling, ...tag }: TagOfSpace & { readonly spelling: string | undefined },
): Promise<number> => {
  let query = tagged(session, tag).select(({ fn }) => fn.count<number>('case_id').distinct().as('count'));
  if (spelling !== undefined) query = query.where('case_tags.name', '<>', spelling);
  return Number((await query.executeTakeFirstOrThrow()).count);
};
