/** An element as it was written out. */
export interface WrittenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

const REFERENCES = '&(?:amp|lt|gt|quot);';
const TOKEN = new RegExp(
  `(?<text>(?:[^<>&]|${REFERENCES})+)|<\\/(?<end>[a-z][a-z0-9]*)>|` +
    `<(?<start>[a-z][a-z0-9]*)(?<attributes>(?: [a-z]+="(?:[^"<>&]|${REFERENCES})*")*)(?: \\/)?>`,
  'uy',
);
const ATTRIBUTE = / (?<name>[a-z]+)="(?<value>[^"]*)"/gu;

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const attributesOf = (written: string): Record<string, string> => {
  const found = [...written.matchAll(ATTRIBUTE)].map(({ groups }) => [
    groups?.['name'] ?? '',
    decode(groups?.['value'] ?? ''),
  ]);
  const attributes = Object.fromEntries(found) as Record<string, string>;
  if (Object.keys(attributes).length < found.length) throw new Error(`An attribute is there twice:${written}`);
  return attributes;
};

/** The pieces of strict HTML. Throws where something else begins. */
const tokensOf = function* (html: string): Generator<Partial<Record<string, string>>> {
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const position = TOKEN.lastIndex;
    const groups = TOKEN.exec(html)?.groups;
    if (groups === undefined) throw new Error(`This is not strict HTML: ${html.slice(position, position + 80)}`);
    yield groups;
  }
};

/**
 * Reads HTML that leaves no parser a choice: no comments, no references but four, all attributes in double quotes, every
 * element closed in order. What can be read here has the same elements in every browser. Throws on everything else.
 */
export const readStrictHtml = (html: string): { elements: WrittenElement[]; text: string } => {
  const elements: WrittenElement[] = [];
  const open: string[] = [];
  let text = '';
  for (const { start, end, attributes = '', text: written = '' } of tokensOf(html)) {
    text += decode(written);
    if (start !== undefined) {
      elements.push({ name: start, attributes: attributesOf(attributes) });
      if (!VOID_ELEMENTS.has(start)) open.push(start);
    }
    if (end !== undefined && open.pop() !== end) throw new Error(`</${end}> closes nothing: ${html.slice(0, 200)}`);
  }
  if (open.length > 0) throw new Error(`<${open.join('> <')}> is never closed: ${html.slice(0, 200)}`);
  return { elements, text };
};
