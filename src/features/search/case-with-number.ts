import type { Context } from '../../platform/context.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import type { Candidate, SearchScope } from './search.store.ts';

const NUMBER = /^\s*#?(\d{1,15})\s*$/u;

/** The number that a keyword is, if it is one. */
export const numberIn = (keyword: string): number | undefined => {
  const number = NUMBER.exec(keyword)?.[1];
  return number === undefined ? undefined : Number(number);
};

interface CaseWithNumber {
  readonly number: number | undefined;
  readonly scope: SearchScope;
}

/** The case with the number, as far as it is in the scope. */
export const caseWithNumber = async (ctx: Context, { number, scope }: CaseWithNumber): Promise<Candidate[]> => {
  if (number === undefined) return [];
  const { spaceIds, reporterIds } = scope;
  const cases = await casesWithIds(ctx, { ids: [number] });
  return cases
    .filter(({ spaceId }) => spaceIds === 'all' || spaceIds.includes(spaceId))
    .filter(({ reporterId }) => reporterIds === undefined || reporterIds.includes(reporterId))
    .map(({ id, title, tags }) => ({ id, title, tagsCsv: tags.join(',') }));
};
