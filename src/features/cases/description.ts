import sanitizeHtml from 'sanitize-html';
import { invalidField } from '../../kernel/errors.ts';

/** Source: communifire-api.md section 2, rules. */
export const MAX_DESCRIPTION_BYTES = 1024 * 1024;

/** How deep elements may stand in each other; deeper ones are dropped and their text is kept. */
const MAX_NESTING = 100;

/** How many elements may be open at once: the parser's work grows with the square of it. */
const MAX_OPEN_ELEMENTS = 500;

/** What the description may contain: what rich-text editors make, nothing that runs. */
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
 * sends back is no change. Throws FIELDS_INVALID when the parser would have to work too long.
 * Source: communifire-api.md section 2, rules.
 */
export const sanitizeDescription = (html: string): string => (MARKUP.test(html) ? settled(html, MAX_PASSES) : html);

/** What is removed can change how the parser understands the rest. */
const settled = (html: string, passes: number): string => {
  const sanitized = sanitizeHtml(html, { ...policy, ...openElementsLimit() });
  const isFinal = sanitized === html || passes === 1 || sanitized.length > MAX_DESCRIPTION_BYTES;
  return isFinal ? sanitized : settled(sanitized, passes - 1);
};

/** Counts what the parser itself holds open: whoever counts tags in the text can be deceived. */
const openElementsLimit = (): Pick<sanitizeHtml.IOptions, 'onOpenTag' | 'onCloseTag'> => {
  let open = 0;
  return {
    onOpenTag: () => {
      open += 1;
      if (open <= MAX_OPEN_ELEMENTS) return;
      throw invalidField('description', `must not have more than ${MAX_OPEN_ELEMENTS} elements of HTML open at once`);
    },
    onCloseTag: () => {
      open -= 1;
    },
  };
};

/** In sanitised HTML, `<` and `>` stand only around tags. */
const ANY_TAG = /<[^>]*>/gu;

/** The words of a sanitised description, for the search. */
export const descriptionText = (sanitized: string): string => {
  if (!MARKUP.test(sanitized)) return sanitized;
  const text = sanitized.replace(BLOCK_ENDS, ' $&').replace(ANY_TAG, '');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
};
