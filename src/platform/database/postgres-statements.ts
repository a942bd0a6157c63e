import type { QueryConfig } from 'pg';

/** How many statements are prepared on each connection; further ones are sent unprepared. The program has far fewer. */
const MAX_PREPARED = 500;

export type NameStatement = (sql: string, parameters: readonly unknown[]) => QueryConfig;

/** Gives each text of a statement a name under which the server keeps it prepared, up to a limit. */
export const statementNames = (): NameStatement => {
  const names = new Map<string, string>();
  return (text, parameters) => {
    const values = parameters as unknown[];
    const known = names.get(text);
    if (known !== undefined) return { name: known, text, values };
    if (names.size >= MAX_PREPARED) return { text, values };
    const name = `s${names.size}`;
    names.set(text, name);
    return { name, text, values };
  };
};
