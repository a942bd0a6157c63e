import { Command } from 'commander';

/** `casekeep serve` */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('Serve the cases in the data directory; makes everything that is missing on the first start.')
    .action(async () => {
      // Commands that serve nothing begin twice as soon, with half the memory, without all that a server needs.
      const { serve } = await import('./serve-cases.ts');
      await serve();
    });
