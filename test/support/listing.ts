import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { type Answer, send } from './requests.ts';
import type { TestApp } from './test-app.ts';

/** What a test looks at in a listed case. */
export interface ListedCase {
  readonly [property: string]: unknown;
  readonly IssueID: number;
  readonly IssueTitle: string;
  readonly IssueDescription: string;
  readonly SpaceID: number;
  readonly TagsCSV: string;
  readonly DateCreated: string;
  readonly DateUpdated: string;
}

/** Asks for one page of the list of cases. */
export const getList = (
  testApp: TestApp,
  query: Readonly<Record<string, unknown>>,
  key = SANDBOX_KEY,
): Promise<Answer> => {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return send(testApp, { url: `/api/cases?${parameters.join('&')}`, headers: { 'rest-api-key': key } });
};

/** The cases on one page, which has to be given. */
export const listPage = async (
  testApp: TestApp,
  query: Readonly<Record<string, unknown>>,
  key?: string,
): Promise<ListedCase[]> => {
  const { status, envelope } = await getList(testApp, query, key);
  if (status !== 200) throw new Error(`The list was refused: ${envelope.ResponseMessage}`);
  return envelope.ResponseData as ListedCase[];
};

/** The cases on all pages, one after the other until one is empty. */
export const listAll = async (
  testApp: TestApp,
  query: Readonly<Record<string, unknown>> = {},
  { key, pageLength = 100 }: { key?: string; pageLength?: number } = {},
): Promise<ListedCase[]> => {
  const all: ListedCase[] = [];
  for (let page = 1; ; page += 1) {
    const found = await listPage(testApp, { ...query, StartPage: page, PageLength: pageLength }, key);
    if (found.length === 0) return all;
    if (found.length > pageLength) throw new Error(`A page of ${pageLength} has ${found.length} cases.`);
    all.push(...found);
  }
};

export const idsOf = (cases: readonly ListedCase[]): number[] => cases.map(({ IssueID }) => IssueID);
