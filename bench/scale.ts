import type { MadeCase } from './case-maker.ts';
import type { Filled } from './fill.ts';
import type { LoadResult } from './loader.ts';
import { processorMsOf } from './machine.ts';
import type { Load } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { LARGE } from './shape.ts';

/** The parameters of a list, and what each is called in a case. */
const filters = {
  spaceid: 'spaceId',
  projectID: 'projectId',
  categoryID: 'sectionId',
  milestoneID: 'milestoneId',
  issueStatusID: 'statusId',
  priorityID: 'priorityId',
  assignedToUserID: 'assigneeId',
  reportedByUserID: 'reporterId',
} as const satisfies Record<string, keyof MadeCase>;
type Filter = keyof typeof filters;

const names = Object.keys(filters) as Filter[];
const combinations: readonly (readonly Filter[])[] = [
  ...names.map((name) => [name]),
  ...names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other])),
];

const CONNECTIONS = 16;
/** Each of many lists is measured only briefly; with few cases, where they hardly differ, more so. */
const LIST_MS = { few: 150, many: 1_000 };
const SEARCH_MS = 3_000;
const LATE_PAGE = 1_000;

/** A word of the texts that a tenth of all cases have. */
const COMMON_WORD = 'invoice';

/** What was measured of one kind of read. */
export interface ReadFigure {
  /** What is read, and by whom: rows of the report. */
  readonly kind: string;
  /** Which filters; empty for a search. */
  readonly detail: string;
  readonly result: LoadResult;
  /** The server's own processor time for one request: what says something on a busy machine, too. */
  readonly processorMs: number;
}

interface MeasureReads {
  readonly options: BenchOptions;
  readonly filled: Filled;
  readonly load: Load;
  readonly server: { readonly port: number; readonly pid: number };
}

/** Lists by every filter and every pair, first and 1,000th page, and searches; for an administrator and for a member. */
export const measureReads = async ({ options, filled, load, server }: MeasureReads): Promise<ReadFigure[]> => {
  const figures: ReadFigure[] = [];
  const listMs = options.cases < LARGE ? LIST_MS.few : LIST_MS.many;
  const measure = async (kind: string, detail: string, paths: readonly string[], key: string, measureMs: number) => {
    const order = {
      operation: 'paths',
      paths,
      port: server.port,
      connections: CONNECTIONS,
      markup: options.markup,
    } as const;
    const before = processorMsOf(server.pid);
    const result = await load({ ...filled, ...order, key, firstSerial: 0, warmUpMs: measureMs / 3, measureMs });
    const requests = (result.perSecond * (measureMs + measureMs / 3)) / 1_000;
    figures.push({ kind, detail, result, processorMs: (processorMsOf(server.pid) - before) / requests });
  };
  for (const [who, key] of [
    ['administrator', filled.key],
    ['member', filled.memberKey],
  ] as const) {
    for (const page of [1, LATE_PAGE]) {
      for (const names of combinations) {
        const paths = filled.samples.map((sample) => listPath(sample, names, page));
        await measure(`list, page ${page}, ${who}`, names.join(' + '), paths, key, listMs);
      }
    }
    for (const [kind, words] of [
      ['rare', filled.samples.map(({ id }) => String(filled.caseCount - id))],
      ['common', [COMMON_WORD]],
    ] as const) {
      const search = words.map((word) => `/api/search?keyword=${word}&EntityTypeCSV=19&StartPage=1&PageLength=10`);
      await measure(`search, ${kind} word, ${who}`, '', search, key, SEARCH_MS);
      const list = words.map((word) => `/api/cases?keyword=${word}&StartPage=1&PageLength=10`);
      await measure(`list by ${kind} keyword, ${who}`, '', list, key, SEARCH_MS);
    }
  }
  return figures;
};

const listPath = (sample: MadeCase, by: readonly Filter[], page: number): string => {
  const conditions = by.map((name) => `${name}=${sample[filters[name]]}`);
  return `/api/cases?${conditions.join('&')}&StartPage=${page}&PageLength=10`;
};
