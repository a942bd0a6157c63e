import type { Plugin } from 'vite';

/** The classes of one component, as a file of Mantine. */
const CLASSES = /[\\/]node_modules[\\/]@mantine[\\/](\w+)[\\/]esm[\\/](?:.*[\\/])?(\w+)\.module\.mjs$/u;

/** Those of these packages; `core` has also a file for each component. */
const PACKAGES = ['core', 'dates', 'notifications', 'spotlight', 'charts', 'tiptap'];

/** Those whose classes the build has met. */
const styled = new Set<string>();

/**
 * Styles of Mantine come with the components that they belong to: those that nothing shows are not loaded, and what a
 * component is made of comes before it, as Mantine wants it. While the interface is being worked on all of them are there.
 */
export const mantineStyles = (): Plugin => ({
  name: 'mantine-styles',
  // A package that keeps its classes somewhere else would come without styles, and nobody would be told.
  generateBundle() {
    const missing = PACKAGES.filter((name) => !styled.has(name));
    if (missing.length > 0) this.error(`No styles were found of @mantine/${missing.join(', @mantine/')}.`);
  },
  transform: {
    filter: { id: CLASSES },
    handler: (code, id) => {
      const [, name = '', component = ''] = CLASSES.exec(id) ?? [];
      styled.add(name);
      const styles = name === 'core' ? `styles/${component}.css` : 'styles.css';
      return { code: `${code}\nimport '@mantine/${name}/${styles}';`, map: null };
    },
  },
  transformIndexHtml: {
    order: 'pre',
    handler: (_page, { server }) =>
      server === undefined
        ? []
        : [{ tag: 'script', attrs: { type: 'module' }, children: PACKAGES.map(allStyles).join('\n') }],
  },
});

const allStyles = (name: string): string => `import '@mantine/${name}/styles.css';`;
