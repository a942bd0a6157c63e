import sanitizeHtml from 'sanitize-html';

/** How deep elements may stand in each other; deeper ones are dropped and their text is kept. */
const MAX_NESTING = 100;

/** How many elements may be open at once: the parser's work grows with the square of it. */
export const MAX_OPEN_ELEMENTS = 1_000;

/** What the description may contain: what rich-text editors make, nothing that runs or loads by itself. */
const policy: sanitizeHtml.IOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'del', 'ins', 'details', 'summary'],
  allowedAttributes: {
    ...sanitizeHtml.defaults.allowedAttributes,
    a: ['href', 'name', 'target', 'rel', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start', 'type'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    '*': ['class', 'dir', 'lang', 'style'],
  },
  allowedStyles: {
    '*': {
      color: [/^(?:#[\da-f]{3,8}|[a-z]+|rgba?\([\d.,\s%]+\))$/iu],
      'background-color': [/^(?:#[\da-f]{3,8}|[a-z]+|rgba?\([\d.,\s%]+\))$/iu],
      'text-align': [/^(?:left|right|center|justify|start|end)$/u],
      'text-decoration': [/^(?:underline|line-through|none)$/u],
      'font-weight': [/^(?:bold|normal|\d{3})$/u],
      'font-style': [/^(?:italic|normal)$/u],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: MAX_NESTING,
  transformTags: {
    // A page opened from a description must not be able to steer the page it came from.
    a: (tagName, attribs) => ({
      tagName,
      attribs: attribs['target'] === undefined ? attribs : { ...attribs, rel: 'noopener noreferrer' },
    }),
  },
};

/** Elements whose end ends a line when only their text is shown. */
const BLOCK_ENDS = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre|ul|ol|table|td|th)>/giu;

/** Characters without which a text is the same as HTML and as plain text. */
const MARKUP = /[<>&]/u;

/** How often HTML is sanitised at the most until it stays the same. */
const MAX_PASSES = 4;

/**
 * The description with everything removed that could run: scripts, event handlers, `javascript:` addresses, styles
 * that load. Other text is kept. Sanitised again it stays the same, so that a description that a client has read and
 * sends back is no change. Source: communifire-api.md section 2, rules.
 */
export const sanitizeDescription = (html: string): string => (MARKUP.test(html) ? settled(html, MAX_PASSES) : html);

/** What is removed can change how the parser understands the rest. */
const settled = (html: string, passes: number): string => {
  const sanitized = sanitizeHtml(html, policy);
  return sanitized === html || passes === 1 ? sanitized : settled(sanitized, passes - 1);
};

const TAG = /<(\/?)([a-z][^\s/>]*)/giu;
const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** Whether more elements are open at once than anybody needs; counts one that is never closed as open to the end. */
export const opensTooManyElements = (html: string): boolean => {
  const openByName = new Map<string, number>();
  let open = 0;
  for (const [, end, spelled = ''] of html.matchAll(TAG)) {
    const name = spelled.toLowerCase();
    if (VOID_ELEMENTS.has(name)) continue;
    const step = end === '/' ? -1 : 1;
    const left = (openByName.get(name) ?? 0) + step;
    if (left < 0) continue;
    openByName.set(name, left);
    open += step;
    if (open > MAX_OPEN_ELEMENTS) return true;
  }
  return false;
};

/** The words of a description, for the search index. */
export const descriptionText = (html: string): string => {
  if (!MARKUP.test(html)) return html;
  const text = sanitizeHtml(html.replace(BLOCK_ENDS, ' $&'), { allowedTags: [], allowedAttributes: {} });
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
};
