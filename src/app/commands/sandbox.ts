import { Command } from 'commander';

/** `casekeep sandbox` */
export const sandboxCommand = (): Command =>
  new Command('sandbox')
    .description('Serve example data to test integrations against; nothing is kept.')
    .action(async () => {
      const { serveSandbox } = await import('./serve-sandbox.ts');
      await serveSandbox();
    });
