import { Command } from 'commander';
import { listFailedEvents, retryFailedEvents } from '../../platform/events/failed-events.ts';
import { followers } from '../followers.ts';
import { asOperator } from './operator-context.ts';
import { printList } from './print-list.ts';

/** `casekeep failure …` */
export const failureCommand = (): Command =>
  new Command('failure')
    .description('See which events could not be handled by feeds, notifications or webhooks, and try them again.')
    .addCommand(list())
    .addCommand(retry());

const list = (): Command =>
  new Command('list')
    .description('List what was set aside in the last 90 days, and why.')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) =>
      asOperator(async (ctx) => {
        const rows = (await listFailedEvents(ctx)).map(({ reader, error, failedAt, event }) => ({
          ...{ event: event.id, type: event.type, case: event.caseId, reader },
          ...{ failed: new Date(failedAt).toISOString(), error },
        }));
        printList(rows, { json });
      }),
    );

const retry = (): Command =>
  new Command('retry')
    .description('Let those who could not handle an event try again; what fails again stays in the list.')
    .action(() =>
      asOperator(async (ctx) => {
        const { handled, failed } = await retryFailedEvents(ctx, { followers });
        console.log(`${handled} ${handled === 1 ? 'event was' : 'events were'} handled.`);
        for (const { reader, event, error } of failed) {
          console.error(`Event ${event.id} (${event.type}) could not be handled by ${reader}: ${error}`);
        }
        if (failed.length > 0) process.exitCode = 1;
      }),
    );
