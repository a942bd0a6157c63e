import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SettingsError } from './config.ts';

/** Nobody else on the machine may read what is in it. */
const OWNER_ONLY = 0o700;

/**
 * Makes a directory and those above it where they are missing. One level at a time: Node's own `recursive` never ends
 * where the parent is there but takes no directories, for example below /proc. Throws SettingsError in that case.
 */
export const makeDirectory = (directory: string): void => {
  const path = resolve(directory);
  const parent = dirname(path);
  if (!existsSync(parent)) makeDirectory(parent);
  try {
    mkdirSync(path, { mode: OWNER_ONLY });
  } catch (error) {
    if (isCode(error, 'EEXIST') && existsSync(`${path}/.`)) return;
    if (isCode(error, 'ENOENT')) throw new SettingsError(`CASEKEEP_DATA_DIR: no directory can be made at ${path}.`);
    throw error;
  }
};

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
