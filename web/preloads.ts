import { join, normalize } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** By the path of a page, the file it begins with: those that people open most, from links and bookmarks. */
const pages = {
  '^/sign-in$': 'features/session/sign-in.page.tsx',
  '^/(?:cases)?$': 'features/cases/list/case-list.page.tsx',
  '^/spaces/\\d+$': 'features/cases/list/space-cases.page.tsx',
  '^/spaces/\\d+/board$': 'features/board/board.page.tsx',
  '^/cases/\\d+$': 'features/cases/page/case.page.tsx',
} as const;

/** Where the server finds what this notes. */
const FILE = '.preloads.json';

/**
 * Notes which scripts of the build pages consist of, by their paths: those of the frame first. The server tells browsers,
 * which then ask for all of them at once, and not for those of the page when the frame runs.
 */
export const preloads = (): Plugin => ({
  name: 'preloads',
  generateBundle(_options, bundle) {
    const frame = chunksOf(bundle).find(({ isEntry }) => isEntry);
    if (frame === undefined) return this.error('The build has no frame.');
    const noted = Object.entries(pages).map(([path, page]) => {
      const source = join(import.meta.dirname, page);
      const chunk = chunksOf(bundle).find(({ moduleIds }) => moduleIds.map(normalize).includes(source));
      if (chunk === undefined) return this.error(`${page} is not a page of the build.`);
      return { path, files: [...needed(chunk, bundle, needed(frame, bundle))].map(({ fileName }) => fileName) };
    });
    this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(noted) });
  },
});

const chunksOf = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((part) => part.type === 'chunk');

/** A chunk after all that it imports, each once, behind those that are known already. */
const needed = (
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  known: ReadonlySet<Rolldown.OutputChunk> = new Set(),
): ReadonlySet<Rolldown.OutputChunk> => {
  const found = new Set(known);
  // Chunks may import each other: each is gone through once, and found after those that it imports.
  const passed = new Set(known);
  const pass = (each: Rolldown.OutputChunk): void => {
    if (passed.has(each)) return;
    passed.add(each);
    for (const other of chunksOf(bundle)) if (each.imports.includes(other.fileName)) pass(other);
    found.add(each);
  };
  pass(chunk);
  return found;
};
