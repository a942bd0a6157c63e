import { decodeText } from '../cases/rich-text.ts';

/** How many different `@…` of one comment are looked up: more is nobody's way of asking people. */
const MAX_HANDLES = 50;

/** How many pieces, such as those between dots, a user name is looked for in. */
const MAX_PIECES = 20;

/** Tags and the text between them. In sanitised HTML, `<` and `>` stand only around tags. */
const TAG_OR_TEXT = /<[^>]*>|[^<]+/gu;

/** Elements that show what is in them word for word. */
const VERBATIM = /^<(\/?)(?:code|pre|kbd|samp)\b/u;

/** An `@` that does not go on with a word, an address or a path, and what could be a user name behind it. */
const HANDLE = /(?<![\p{L}\p{N}_.\-/@+])@([^\s:\p{C}]{1,100})/gu;

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

interface Piece {
  readonly html: string;
  /** Whether mentions count here. */
  readonly isProse: boolean;
}

const piecesOf = function* (html: string): Generator<Piece> {
  let verbatim = 0;
  for (const [piece] of html.matchAll(TAG_OR_TEXT)) {
    const tag = VERBATIM.exec(piece);
    if (tag !== null) verbatim += tag[1] === '/' ? -1 : 1;
    yield { html: piece, isProse: verbatim === 0 && !piece.startsWith('<') };
  }
};

/** What a handle can mean, longest first: `jonas.weber.` is `jonas.weber` at the end of a sentence. */
const namesIn = (handle: string): string[] => {
  const characters = [...handle];
  const names: string[] = [];
  for (let end = 1; end <= characters.length && names.length < MAX_PIECES; end += 1) {
    const next = characters[end];
    if (next === undefined || !WORD_CHARACTER.test(next)) names.push(characters.slice(0, end).join(''));
  }
  return names.reverse();
};

/** The names behind the `@`s of sanitised HTML, each handle with all it can mean, longest first. */
export const handlesIn = (html: string): string[][] => {
  if (!html.includes('@')) return [];
  const handles = new Map<string, string>();
  for (const { html: piece, isProse } of piecesOf(html)) {
    if (!isProse) continue;
    for (const [, handle = ''] of decodeText(piece).matchAll(HANDLE)) handles.set(handle.toLowerCase(), handle);
  }
  return [...handles.values()].slice(0, MAX_HANDLES).map(namesIn);
};

/** The HTML with the mentions of these users, by their user names in lower case, as spans of the class `mention`. */
export const markMentions = (html: string, userIds: ReadonlyMap<string, number>): string => {
  if (userIds.size === 0) return html;
  return [...piecesOf(html)]
    .map(({ html: piece, isProse }) => (isProse && piece.includes('@') ? markIn(piece, userIds) : piece))
    .join('');
};

const markIn = (piece: string, userIds: ReadonlyMap<string, number>): string => {
  let marked = '';
  let done = 0;
  const text = decodeText(piece);
  for (const { 1: handle = '', index } of text.matchAll(HANDLE)) {
    const name = namesIn(handle).find((each) => userIds.has(each.toLowerCase()));
    if (name === undefined) continue;
    const end = index + 1 + name.length;
    const userId = userIds.get(name.toLowerCase());
    marked += `${encode(text.slice(done, index))}<span class="mention" data-user-id="${userId}">@${encode(name)}</span>`;
    done = end;
  }
  return marked + encode(text.slice(done));
};

const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
