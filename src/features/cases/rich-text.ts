import sanitizeHtml from 'sanitize-html';
import { type DomainError, invalidField } from '../../kernel/errors.ts';

/** A field that holds HTML: what it is called, and how large it may be. */
export interface RichTextField {
  readonly field: string;
  readonly maxBytes: number;
}

/** How deep elements may stand in each other; deeper ones are dropped and their text is kept. */
const MAX_NESTING = 100;

/** How many elements may be open at once: the parser's work grows with the square of it. */
const MAX_OPEN_ELEMENTS = 500;

/** How many elements a text may have in all: a table of a thousand rows has ten thousand. */
const MAX_ELEMENTS = 50_000;

/** The longest `style` that is read, in characters; longer ones are dropped. */
const MAX_STYLE_LENGTH = 2_000;

/** What rich text may contain: what rich-text editors make, nothing that runs. */
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
    '*': (tagName, { style = '', ...attribs }) => ({
      tagName,
      attribs: style === '' || style.length > MAX_STYLE_LENGTH ? attribs : { ...attribs, style },
    }),
    // A page opened from a text must not be able to steer the page it came from.
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
 * The HTML with everything removed that could run: scripts, event handlers, `javascript:` addresses, styles that load.
 * Other text is kept. Sanitised again it stays the same, so that what a client has read and sends back is no change.
 * Throws FIELDS_INVALID when the parser would have to work too long. Source: communifire-api.md section 2, rules.
 */
export const sanitizeRichText = (html: string, into: RichTextField): string =>
  MARKUP.test(html) ? settled(html, MAX_PASSES, into) : html;

/** What is removed can change how the parser understands the rest. */
const settled = (html: string, passes: number, into: RichTextField): string => {
  const sanitized = sanitizeHtml(html, { ...policy, ...elementsLimit(into), textFilter: textLimit(into) });
  const isFinal = sanitized === html || passes === 1 || sanitized.length > into.maxBytes;
  return isFinal ? sanitized : settled(sanitized, passes - 1, into);
};

/** Counts what the parser itself opens and holds open: whoever counts tags in the text can be deceived. */
const elementsLimit = ({ field }: RichTextField): Pick<sanitizeHtml.IOptions, 'onOpenTag' | 'onCloseTag'> => {
  let open = 0;
  let all = 0;
  return {
    onOpenTag: () => {
      open += 1;
      all += 1;
      if (all > MAX_ELEMENTS) throw invalidField(field, `must not have more than ${MAX_ELEMENTS} elements of HTML`);
      if (open <= MAX_OPEN_ELEMENTS) return;
      throw invalidField(field, `must not have more than ${MAX_OPEN_ELEMENTS} elements of HTML open at once`);
    },
    onCloseTag: () => {
      open -= 1;
    },
  };
};

/** A text that is too large already is not looked at to its end: characters written as HTML are up to five times as many. */
const textLimit = (into: RichTextField): ((text: string) => string) => {
  let length = 0;
  return (text) => {
    length += text.length;
    if (length > into.maxBytes) throw tooLarge(into);
    return text;
  };
};

const KIBIBYTE = 1024;

/** What is wrong with the size of the HTML, or undefined. */
export const sizeProblem = (html: string, into: RichTextField): string | undefined =>
  Buffer.byteLength(html) <= into.maxBytes ? undefined : mostOf(into);

const mostOf = ({ maxBytes }: RichTextField): string => {
  const kibibytes = maxBytes / KIBIBYTE;
  return `must have at most ${kibibytes < KIBIBYTE ? `${kibibytes} KiB` : `${kibibytes / KIBIBYTE} MiB`}`;
};

/** The HTML as it is kept: sanitised, and within its size. Throws FIELDS_INVALID. */
export const storableRichText = (html: string, into: RichTextField): string => {
  // Neither database can keep NUL characters and halves of surrogate pairs in a text.
  const storable = sanitizeRichText(html.toWellFormed().replaceAll('\u0000', ''), into);
  if (sizeProblem(storable, into) !== undefined) throw tooLarge(into);
  return storable;
};

const tooLarge = (into: RichTextField): DomainError =>
  invalidField(into.field, `${mostOf(into)}, with special characters written as HTML`);

/** In sanitised HTML, `<` and `>` stand only around tags. */
const ANY_TAG = /<[^>]*>/gu;

/** The words of sanitised HTML, for the search. */
export const textOfHtml = (sanitized: string): string => {
  if (!MARKUP.test(sanitized)) return sanitized;
  return decodeText(sanitized.replace(BLOCK_ENDS, ' $&').replace(ANY_TAG, ''));
};

/** The text that a piece of sanitised HTML without tags stands for. */
export const decodeText = (escaped: string): string =>
  escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
