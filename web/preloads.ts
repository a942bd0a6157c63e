import { join, normalize } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** By the path of a page, the file it begins with: those that people open most, from links and bookmarks. */
const pages = {
  '^/(?:cases)?$': 'features/cases/list/case-list.page.tsx',
  '^/spaces/\\d+$': 'features/cases/list/space-cases.page.tsx',
  '^/spaces/\\d+/board$': 'features/board/board.page.tsx',
  '^/cases/\\d+$': 'features/cases/page/case.page.tsx',
} as const;

/** Where the server finds what this notes. */
const FILE = '.preloads.json';

/**
 * Notes which files of the build pages consist of beside those that all have, by their paths. The server tells browsers,
 * which then ask for them while the frame is still on its way, and not only when it runs.
 */
export const preloads = (): Plugin => ({
  name: 'preloads',
  generateBundle(_options, bundle) {
    const noted = Object.entries(pages).map(([path, page]) => {
      const source = join(import.meta.dirname, page);
      const chunk = chunksOf(bundle).find(({ facadeModuleId }) => normalize(facadeModuleId ?? '') === source);
      if (chunk === undefined) return this.error(`${page} is not a page of the build.`);
      return { path, files: [...needed(chunk, bundle)].flatMap(filesOf) };
    });
    this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(noted) });
  },
});

const chunksOf = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((part) => part.type === 'chunk');

/** A chunk and all that it imports, each once. What all pages have, the frame itself asks for. */
const needed = (
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  known = new Set<Rolldown.OutputChunk>(),
): ReadonlySet<Rolldown.OutputChunk> => {
  if (chunk.isEntry || known.has(chunk)) return known;
  known.add(chunk);
  for (const each of chunksOf(bundle)) if (chunk.imports.includes(each.fileName)) needed(each, bundle, known);
  return known;
};

/** The chunk itself and its styles. */
const filesOf = ({ fileName, viteMetadata }: Rolldown.OutputChunk): string[] => [
  fileName,
  ...(viteMetadata?.importedCss ?? []),
];
