import type { CaseOrder } from '../src/platform/database/case-order/case-order.ts';
import { answerJson, type BareNames, presented } from './bare-answers.ts';
import type { BareCase } from './bare-rows.ts';

interface BareList {
  readonly statusId: number;
  readonly length: number;
  readonly page: number;
}

type ReadCases = (ids: number[]) => readonly BareCase[] | Promise<readonly BareCase[]>;

/** The answer to a list, which comes from memory as in the program; its cases are read in any order. */
export const bareList =
  (order: CaseOrder, names: BareNames, read: ReadCases) =>
  async ({ statusId, length, page }: BareList): Promise<string> => {
    const query = {
      conditions: { status_id: statusId },
      spaceIds: 'all',
      offset: (page - 1) * length,
      length,
    } as const;
    const ids = (await order.find(query)) ?? [];
    const rows = new Map((await read(ids)).map((row) => [row.id, row]));
    return answerJson(ids.map((id) => presented(rows.get(id) as BareCase, names)));
  };
