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
/** The beginning of an unknown element with a program or a style, however it is quoted. */
const ACTIVE_STARTS = /<(?=[a-z][\s\S]*[\s/"'>](?:on\w+|style)\s*=)/giu;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * One line of plain text. Markup is removed, because clients of the old product show titles and tags as HTML; what
 * only looks like it ("a < b", "List<String>") is kept. Line breaks and control characters become spaces.
 */
export const plainText = (text: string): string => {
  const oneLine = text.toWellFormed().replace(CONTROLS, ' ').trim();
  return oneLine.includes('<') ? withoutMarkup(oneLine) : oneLine;
};

const withoutMarkup = (text: string): string => {
  const stripped = text.replace(PROGRAMS, '').replace(TAGS, '').replace(ACTIVE_STARTS, '');
  // Removing a tag can bring the halves of another one together.
  return stripped === text ? stripped.trim() : withoutMarkup(stripped);
};
