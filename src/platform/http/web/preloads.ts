import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As the build notes it. */
interface Preload {
  /** A pattern for paths. */
  readonly path: string;
  readonly files: readonly string[];
}

/** What the header `Link` says of a page (RFC 8288): scripts that it will need; undefined when nothing is known of it. */
export type LinkOf = (path: string) => string | undefined;

/** Reads what the build has noted about pages; nothing where the interface was not built. */
export const readPreloads = async (directory: string): Promise<LinkOf> => {
  const text = await readFile(join(directory, '.preloads.json'), 'utf8').catch(() => '[]');
  const preloads = (JSON.parse(text) as readonly Preload[]).map(({ path, files }) => ({
    pattern: new RegExp(path, 'u'),
    link: files.map(linkTo).join(', '),
  }));
  return (path) => preloads.find(({ pattern }) => pattern.test(path))?.link;
};

const linkTo = (file: string): string => `</${file}>; rel=modulepreload`;
