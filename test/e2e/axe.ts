import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** How much is told of each kind of fault. */
const MOST_TOLD = 4;
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

interface Fault {
  readonly html: string;
  readonly any: readonly { readonly message: string }[];
}

interface Looked {
  /** A part of the page, as a selector. */
  readonly within?: string;
  /** Rules that say nothing there. */
  readonly except?: readonly string[];
}

const told = ({ html, any }: Fault): string[] => [html.slice(0, 200), any[0]?.message ?? ''];

/** What keeps people out of a page as it is now, or of a part of it, or does not fit into the window. */
export const faultsOf = async (
  page: Page,
  { within = 'html', except = [] }: Looked = {},
): Promise<readonly unknown[]> => {
  const overflow = Number(await page.evaluate(OVERFLOW));
  // What is not legacy opens another page for each look, for frames of other sites: there are none.
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: RULES, resultTypes: ['violations'] })
    .disableRules([...except])
    .include(within)
    .setLegacyMode()
    .analyze();
  return [
    ...(overflow > 0 ? [`${overflow} pixels wider than the window`] : []),
    ...violations.flatMap(({ id, nodes }) => nodes.slice(0, MOST_TOLD).map((node) => [id, ...told(node)])),
  ];
};
