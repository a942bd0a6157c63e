import { Command } from 'commander';
import { DomainError } from '../kernel/errors.ts';
import { binCommand } from './commands/bin.ts';
import { exportCommand } from './commands/export.ts';
import { failureCommand } from './commands/failure.ts';
import { importCommand } from './commands/import.ts';
import { keyCommand } from './commands/key.ts';
import { milestoneCommand } from './commands/milestone.ts';
import { priorityCommand } from './commands/priority.ts';
import { projectCommand } from './commands/project.ts';
import { sandboxCommand } from './commands/sandbox.ts';
import { sectionCommand } from './commands/section.ts';
import { serveCommand } from './commands/serve.ts';
import { spaceCommand } from './commands/space.ts';
import { statusCommand } from './commands/status.ts';
import { tagCommand } from './commands/tag.ts';
import { userCommand } from './commands/user.ts';
import { SettingsError } from './config.ts';
import { settingsHelp } from './settings-help.ts';

/** Runs the command that the arguments name; sets the exit code when it fails. */
export const runCommand = async (argv: readonly string[]): Promise<void> => {
  const program = new Command('casekeep')
    .description('A self-hosted case tracker that speaks the Communifire Cases API.')
    .addHelpText('after', settingsHelp)
    .addCommand(serveCommand())
    .addCommand(sandboxCommand())
    .addCommand(userCommand())
    .addCommand(keyCommand())
    .addCommand(binCommand())
    .addCommand(exportCommand())
    .addCommand(importCommand())
    .addCommand(failureCommand())
    .addCommand(spaceCommand())
    .addCommand(projectCommand())
    .addCommand(sectionCommand())
    .addCommand(milestoneCommand())
    .addCommand(statusCommand())
    .addCommand(priorityCommand())
    .addCommand(tagCommand());
  hintAtHelp(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
};

const hintAtHelp = (command: Command): void => {
  command.showHelpAfterError('(add --help for the possibilities)');
  for (const each of command.commands) hintAtHelp(each);
};

/** What went wrong, in plain words; a stack only for our own defects. */
const explain = (error: unknown): string => {
  if (error instanceof DomainError) {
    const fields = error.fields.map(({ field, problem }) => `${field} ${problem}.`).join('\n');
    return [fields || error.message, causeOf(error)].filter((part) => part !== '').join('\n');
  }
  if (error instanceof SettingsError) return `The settings are not valid:\n${error.message}`;
  if (!(error instanceof Error)) return String(error);
  return reasons[codeOf(error)]?.(error) ?? (isExpected(error) ? error.message : (error.stack ?? error.message));
};

const causeOf = ({ cause }: DomainError): string => (cause instanceof Error ? `(${cause.message})` : '');

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** Failures that have a code but nothing to do with our code. */
const isExpected = (error: Error): boolean => codeOf(error) !== '' || error.message.startsWith('This database');

const reasons: Readonly<Record<string, (error: Error) => string>> = {
  EADDRINUSE: ({ message }) => `${message}\nAnother program uses this port: choose another one with CASEKEEP_PORT.`,
  EADDRNOTAVAIL: ({ message }) => `${message}\nThis machine does not have that address: check CASEKEEP_HOST.`,
  EEXIST: ({ message }) => `${message}\nThere is a file in the place of the data directory: check CASEKEEP_DATA_DIR.`,
  ENOTDIR: ({ message }) => `${message}\nA part of that path is a file: check CASEKEEP_DATA_DIR.`,
  EACCES: ({ message }) =>
    `${message}\nThis user may not do that: check the permissions of the data directory or port.`,
  ECONNREFUSED: ({ message }) =>
    `PostgreSQL cannot be reached: ${message || 'connection refused'}. Check CASEKEEP_DATABASE_URL.`,
};
