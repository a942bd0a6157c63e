import type { Plugin } from 'vite';

/** The classes of one component, as a file of Mantine. */
const CLASSES = /[\\/]node_modules[\\/]@mantine[\\/](\w+)[\\/]esm[\\/].*[\\/](\w+)\.module\.mjs$/u;

/** Those of these packages; `core` has also a file for each component. */
const PACKAGES = ['core', 'dates', 'notifications', 'spotlight', 'charts', 'tiptap'];

/**
 * Styles of Mantine come with the components that they belong to: those that nothing shows are not loaded, and what a
 * component is made of comes before it, as Mantine wants it. While the interface is being worked on all of them are there.
 */
export const mantineStyles = (): Plugin => ({
  name: 'mantine-styles',
  transform: {
    filter: { id: CLASSES },
    handler: (code, id) => {
      const [, name = '', component = ''] = CLASSES.exec(id) ?? [];
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
