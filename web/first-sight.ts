import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Plugin } from 'vite';

/** What asks for the first answers. */
const EARLY = 'app/ask-early.ts';
const early = join(import.meta.dirname, EARLY);
const icon = join(import.meta.dirname, 'public', 'icon.svg');

/** Where the page shows something before the program is there, and what it does not wait for. */
const ICON_PLACE = '<!-- the icon -->';
/** Before what the program draws: the colours of the product, which it writes, have to come after those of Mantine. */
const STYLES_PLACE = '<!-- the styles -->';
const STYLES = /\s*<link rel="stylesheet"[^>]*>/gu;

/**
 * Lets something be seen, and be asked for, while scripts and styles are still on their way: the icon stands in the page
 * itself, the styles after it so that it does not wait for them, and the script that asks early runs as soon as it comes.
 */
export const firstSight = (): Plugin => ({
  name: 'first-sight',
  transformIndexHtml: {
    order: 'post',
    handler: (page, { bundle = {} }) => {
      const styles = page.match(STYLES)?.join('') ?? '';
      const chunk = Object.values(bundle).find(
        (part) => part.type === 'chunk' && part.moduleIds.map(normalize).includes(early),
      );
      return {
        html: page
          .replace(STYLES, '')
          .replace(ICON_PLACE, readFileSync(icon, 'utf8').trim())
          .replace(STYLES_PLACE, styles.trim()),
        tags: [
          {
            tag: 'script',
            attrs: { type: 'module', async: true, crossorigin: true, src: `/${chunk?.fileName ?? EARLY}` },
            injectTo: 'head',
          },
        ],
      };
    },
  },
});
