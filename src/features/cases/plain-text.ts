/** Elements of HTML: `<Save>` or `List<String>` in a title are words, `<b>` is markup. */
const ELEMENTS =
  'a|abbr|address|applet|area|article|aside|audio|b|base|bdi|bdo|bgsound|blockquote|body|br|button|canvas|caption|' +
  'cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|' +
  'font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|image|img|input|ins|isindex|kbd|keygen|' +
  'label|legend|li|link|listing|main|map|mark|marquee|math|menu|meta|meter|nav|noembed|noframes|noscript|object|ol|' +
  'optgroup|option|output|p|param|picture|plaintext|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|slot|' +
  'small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|' +
  'tr|track|u|ul|var|video|wbr|xmp';

const PROGRAM_STARTS = /<(script|style)\b[^<>]*>/giu;
const PROGRAM_ENDS: Readonly<Record<string, RegExp>> = {
  script: /<\/script\s*>/giu,
  style: /<\/style\s*>/giu,
};
const [COMMENT_START, COMMENT_END] = ['<!--', '-->'];
const TAGS = new RegExp(`</?(?:${ELEMENTS})(?=[\\s/>])[^<>]*>?|<[a-z][^<>]*\\son\\w+\\s*=[^<>]*>?`, 'giu');
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
  const stripped = withoutActiveStarts(withoutComments(withoutPrograms(text)).replace(TAGS, ''))
    .trim()
    .replace(CUT_START, '');
  // Removing a tag can bring the halves of another one together.
  return stripped === text ? stripped : withoutMarkup(stripped, passes - 1);
};

/** A start without an end is looked for once: to look from each of many starts to the end would take the square of the time. */
const withoutPrograms = (text: string): string => {
  let [kept, from] = ['', 0];
  const endless = new Set<string>();
  for (const { 0: start, 1: element = '', index } of text.matchAll(PROGRAM_STARTS)) {
    const name = element.toLowerCase();
    if (index < from || endless.has(name)) continue;
    const end = firstMatch(PROGRAM_ENDS[name], text, index + start.length);
    if (end === undefined) endless.add(name);
    else [kept, from] = [kept + text.slice(from, index), end];
  }
  return kept + text.slice(from);
};

/** Where the first match from there on ends. */
const firstMatch = (pattern: RegExp | undefined, text: string, from: number): number | undefined => {
  if (pattern === undefined) return undefined;
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

const withoutComments = (text: string): string => {
  let [kept, from] = ['', 0];
  for (;;) {
    const start = text.indexOf(COMMENT_START, from);
    const end = start === -1 ? -1 : text.indexOf(COMMENT_END, start + COMMENT_START.length);
    if (end === -1) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = end + COMMENT_END.length;
  }
};

/** Looked at once from the end: a look ahead from every `<` would take time with the square of their number. */
const withoutActiveStarts = (text: string): string => {
  const last = [...text.matchAll(ACTIVE_ATTRIBUTES)].at(-1)?.index;
  if (last === undefined) return text;
  return text.slice(0, last + 1).replace(ELEMENT_STARTS, '') + text.slice(last + 1);
};
