/** Elements of HTML: `<Save>` or `List<String>` in a title are words, `<b>` is markup. */
const ELEMENTS =
  'a|abbr|address|applet|area|article|aside|audio|b|base|bdi|bdo|bgsound|blockquote|body|br|button|canvas|caption|' +
  'cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|' +
  'font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|image|img|input|ins|isindex|kbd|keygen|' +
  'label|legend|li|link|listing|main|map|mark|marquee|math|menu|meta|meter|nav|noembed|noframes|noscript|object|ol|' +
  'optgroup|option|output|p|param|picture|plaintext|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|slot|' +
  'small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|' +
  'tr|track|u|ul|var|video|wbr|xmp';

const PROGRAMS = /<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>/giu;
const TAGS = new RegExp(
  `</?(?:${ELEMENTS})(?=[\\s/>])[^<>]*>?|<[a-z][^<>]*\\son\\w+\\s*=[^<>]*>?|<!--[\\s\\S]*?-->`,
  'giu',
);
/** What makes an element active, however it is quoted: a program or a style. */
const ACTIVE_ATTRIBUTES = /[\s/"'>](?:on\w+|style)\s*=/giu;
const ELEMENT_STARTS = /<(?=[a-z])/giu;
/** A tag that the text ends in would be completed by whatever a client shows behind it; `a<b` compares two letters. */
const CUT_START = new RegExp(`<(?=/?[a-z]\\w)(?=/?(?:${ELEMENTS})$)`, 'iu');
/** How often markup is removed: nobody's text has tags that come together again more often. */
const MAX_PASSES = 10;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * One line of plain text. Markup is removed, because clients of the old product show titles and tags as HTML; what
 * only looks like it ("a < b", "List<String>") is kept. Line breaks and control characters become spaces.
 */
export const plainText = (text: string): string => {
  const oneLine = text.toWellFormed().replace(CONTROLS, ' ').trim();
  return oneLine.includes('<') ? withoutMarkup(oneLine) : oneLine;
};

const withoutMarkup = (text: string, passes = MAX_PASSES): string => {
  if (passes === 0) return text.replaceAll('<', '').trim();
  const stripped = withoutActiveStarts(text.replace(PROGRAMS, '').replace(TAGS, '')).trim().replace(CUT_START, '');
  // Removing a tag can bring the halves of another one together.
  return stripped === text ? stripped : withoutMarkup(stripped, passes - 1);
};

/** Looked at once from the end: a look ahead from every `<` would take time with the square of their number. */
const withoutActiveStarts = (text: string): string => {
  const last = [...text.matchAll(ACTIVE_ATTRIBUTES)].at(-1)?.index;
  if (last === undefined) return text;
  return text.slice(0, last + 1).replace(ELEMENT_STARTS, '') + text.slice(last + 1);
};
