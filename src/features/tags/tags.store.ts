import { sql } from 'kysely';
import type { Session } from '../../platform/database/session.ts';
import type { SpelledTag } from './tag.ts';

/** Sorts behind everything that begins with what stands before it. */
const LAST_CHARACTER = '\u{10FFFF}';

interface SelectTags {
  readonly spaceId: number;
  /** What the folded names begin with. */
  readonly prefix: string;
  /** Only folded names behind this one. */
  readonly after: string;
  readonly limit: number;
}

/**
 * The folded names of tags of the space, in their order. Goes from name to name in the index, past all the cases that
 * have each: what it takes depends on how many names are asked for, not on the number of cases.
 */
export const selectTagNames = async (
  { kysely }: Session,
  { spaceId, prefix, after, limit }: SelectTags,
): Promise<string[]> => {
  const end = `${prefix}${LAST_CHARACTER}`;
  const statement = sql<{ name: string }>`with recursive names (name) as (
      select min(folded_name) from case_tags
      where space_id = ${spaceId} and folded_name >= ${prefix} and folded_name > ${after} and folded_name < ${end}
      union all
      select (
        select min(folded_name) from case_tags
        where space_id = ${spaceId} and folded_name > names.name and folded_name < ${end}
      ) from names where names.name is not null
    ) select name from names where name is not null limit ${limit}`;
  return (await statement.execute(kysely)).rows.map(({ name }) => name);
};

interface CountTags {
  readonly spaceId: number;
  readonly foldedNames: readonly string[];
}

/** How many cases of the space have each of the tags, by spelling. */
export const countTags = async ({ kysely }: Session, { spaceId, foldedNames }: CountTags): Promise<SpelledTag[]> => {
  if (foldedNames.length === 0) return [];
  const rows = await kysely
    .selectFrom('case_tags')
    .select(({ fn }) => ['folded_name as foldedName', 'name', fn.countAll<number>().as('count')])
    .where('space_id', '=', spaceId)
    .where('folded_name', 'in', foldedNames)
    .groupBy(['folded_name', 'name'])
    .orderBy('folded_name')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
};
