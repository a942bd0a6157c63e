import { readFileSync } from 'node:fs';
import { problemsBetween, type Settings, settingsByName, warningsBetween } from './settings.ts';

/** The environment of a process, or what a test says it is. */
export type Environment = Readonly<Record<string, string | undefined>>;

interface Configuration {
  readonly settings: Settings;
  /** Sentences about names that look like settings but are none. */
  readonly warnings: readonly string[];
}

/** Says everything that is wrong with the settings at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const PREFIX = 'CASEKEEP_';
const FILE_SUFFIX = '_FILE';

/** Reads the settings from the environment. Throws SettingsError. This is the only reader of the environment. */
export const readConfiguration = (environment: Environment = process.env): Configuration => {
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, { key, otherwise, parse }] of Object.entries(settingsByName)) {
    try {
      const text = textOf(environment, name);
      settings[key] = text === undefined ? otherwise : parse(text);
    } catch (error) {
      problems.push(`${name} ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const read = settings as unknown as Settings;
  // Of settings that cannot be read nobody knows how they would stand beside others.
  if (problems.length === 0) problems.push(...problemsBetween(read));
  if (problems.length > 0) throw new SettingsError(problems.map((problem) => `${problem}.`).join('\n'));
  return { settings: read, warnings: [...unknownNames(environment), ...warningsBetween(read)] };
};

/** The value of a setting, or the content of the file that its `…_FILE` twin names. */
const textOf = (environment: Environment, name: string): string | undefined => {
  const direct = environment[name];
  const file = environment[`${name}${FILE_SUFFIX}`];
  if (direct !== undefined && file !== undefined) throw new Error(`and ${name}${FILE_SUFFIX} are both set: choose one`);
  const text = file === undefined ? direct : contentOf(file);
  return text === undefined || text.trim() === '' ? undefined : text.trim();
};

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`is to be read from ${file}, which cannot be read`);
  }
};

const unknownNames = (environment: Environment): string[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith(PREFIX) && !(name.replace(/_FILE$/u, '') in settingsByName))
    .map((name) => `${name} is not a setting of Casekeep and has no effect.`);
