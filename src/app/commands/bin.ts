import { Command, InvalidArgumentError } from 'commander';
import { BIN_RETENTION_MS } from '../../features/cases/bin/bin.ts';
import { listBin } from '../../features/cases/bin/list-bin.ts';
import { purgeBin } from '../../features/cases/bin/purge-bin.ts';
import { restoreCase } from '../../features/cases/bin/restore-case.ts';
import { MAX_PAGE_LENGTH } from '../../kernel/page.ts';
import { asOperator } from './operator-context.ts';
import { table } from './table.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const RETENTION_DAYS = BIN_RETENTION_MS / DAY_MS;

/** `casekeep bin …` */
export const binCommand = (): Command =>
  new Command('bin')
    .description('Restore deleted cases, or delete them for good.')
    .addCommand(list())
    .addCommand(restore())
    .addCommand(purge());

const list = (): Command =>
  new Command('list')
    .description(`List deleted cases, the latest first, ${MAX_PAGE_LENGTH} on a page.`)
    .option('--page <number>', 'which page', wholeNumber(1), 1)
    .action(({ page }: { page: number }) =>
      asOperator(async (ctx) => {
        const found = await listBin(ctx, { page: { number: page, length: MAX_PAGE_LENGTH } });
        const rows = found.map(({ id, title, deletedAt }) => [
          String(id),
          new Date(deletedAt ?? 0).toISOString(),
          new Date((deletedAt ?? 0) + BIN_RETENTION_MS).toISOString(),
          title,
        ]);
        console.log(table(['ID', 'DELETED', 'KEPT UNTIL', 'TITLE'], rows));
      }),
    );

const restore = (): Command =>
  new Command('restore')
    .description('Take a deleted case out of the bin, with everything that belongs to it.')
    .argument('<id>', 'the ID that `bin list` shows', wholeNumber(1))
    .action((caseId: number) =>
      asOperator(async (ctx) => {
        await restoreCase(ctx, { caseId });
        console.log(`Case ${caseId} is restored.`);
      }),
    );

const purge = (): Command =>
  new Command('purge')
    .description('Delete for good what has been in the bin for long enough; a running server does it by itself.')
    .option('--days <days>', 'how many days that is; 0 empties the bin', wholeNumber(0), RETENTION_DAYS)
    .action(({ days }: { days: number }) =>
      asOperator(async (ctx) => {
        const purged = await purgeBin(ctx, { olderThanMs: days * DAY_MS });
        console.log(`${purged} ${purged === 1 ? 'case was' : 'cases were'} deleted for good.`);
      }),
    );

const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/u.test(text) ? Number(text) : -1;
    if (value < least) throw new InvalidArgumentError(`It must be a whole number from ${least} on.`);
    return value;
  };
