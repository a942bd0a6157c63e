import { settingsByName } from './settings.ts';

/** The settings as a list for `--help`. */
export const settingsHelp = `
Settings (environment variables; each can be read from a file named by its twin with _FILE at the end):
${Object.entries(settingsByName)
  .map(
    ([name, { otherwise, meaning }]) =>
      `  ${name.padEnd(30)} ${meaning}${otherwise === undefined ? '' : ` [${otherwise}]`}`,
  )
  .join('\n')}`;
