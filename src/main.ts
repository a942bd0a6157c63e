import { runCommand } from './app/run-command.ts';

await runCommand(process.argv);
