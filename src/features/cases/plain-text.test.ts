import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { xssVectors } from '../../../test/support/xss-vectors.ts';
import { plainText } from './plain-text.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements that an HTML parser finds in a text. */
const elementsOf = (html: string): Element[] => {
  const elements: Element[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    nonTextTags: [],
    transformTags: {
      '*': (tagName, attribs) => {
        elements.push({ name: tagName.toLowerCase(), attributes: attribs });
        return { tagName, attribs };
      },
    },
  });
  return elements;
};

const KNOWN_ELEMENTS =
  /^(?:a|abbr|address|applet|area|article|aside|audio|b|base|bgsound|body|br|button|canvas|details|dialog|div|embed|form|frame|frameset|h[1-6]|head|hr|html|i|iframe|image|img|input|isindex|link|listing|main|marquee|math|meta|noembed|noframes|noscript|object|option|p|plaintext|pre|script|select|source|span|style|svg|table|td|template|textarea|title|tr|video|xmp)$/u;

/** Proves that a client that shows the text as HTML, as those of the old product do, runs and loads nothing. */
const expectHarmless = (text: string): void => {
  for (const { name, attributes } of elementsOf(text)) {
    expect([text, name]).not.toEqual([text, expect.stringMatching(KNOWN_ELEMENTS)]);
    for (const attribute of Object.keys(attributes)) {
      expect([text, attribute]).not.toEqual([
        text,
        expect.stringMatching(/^(?:on|src|href|xlink|style|data|action|form)/iu),
      ]);
    }
  }
};

const pieces = [
  ...xssVectors,
  ...[
    '<b>',
    '</b>',
    '<',
    '>',
    '"',
    "'",
    '/',
    ' onclick=',
    '<x',
    '<b',
    'onerror=',
    '=',
    '<!--',
    '-->',
    '<script',
    '</script>',
    'List<String>',
  ],
  ...['\n', '\t', '\u2028', '\u00a0', 'a', 'Ü'],
];
const hostileText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join('').slice(0, 500));

describe('a plain text', () => {
  it.each([
    'List<String>',
    'Map<String, List<Integer>> is slow',
    'a < b && c > d',
    'a<b',
    '1 <2> 3',
    'Press <Save> and <Cancel>',
    '<Enter> does nothing',
    'x <- y -> z <= 3 => 4',
    'R&D &amp; AT&T &lt;b&gt;',
    '"quoted" \'text\' \\ 100 %',
    'std::vector<int>::iterator',
    'Array<T> extends Base<T[]>',
    'I <3 this',
    'Größe 📏 プリンター الطابعة',
    'mail from <sara@example.com>',
    'see <https://example.com/x?a=1>',
    'option --name=<value>',
    'a == b, on = off',
  ])('%s is kept to the letter', (text) => {
    expect(plainText(text)).toBe(text);
  });

  it('without "<" is kept to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const plain = text.replaceAll('<', '').trim();
        expect(plainText(plain)).toBe(plain);
      }),
    );
  });

  it.each([
    ['<b>Bold</b> title', 'Bold title'],
    ['  <p>One</p> ', 'One'],
    ['<SCRIPT>alert(1)</SCRIPT>', ''],
    ['x<script type="y">alert(1)</script >z', 'xz'],
    ['x<style>p{}</style>', 'x'],
    ['a<!-- b -->c', 'ac'],
    ['<<b>b>x', 'x'],
    ['<scr<script>ipt>x', 'x'],
    ['<img src=x onerror=alert(1)> x', 'x'],
    ['line one\r\nline\ttwo\u2028three', 'line one line two three'],
    ['\u0000a\u0007b\u007f', 'a b'],
    ['a\ud800b', 'a\ufffdb'],
    [' \u00a0\ufeff', ''],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it.each(xssVectors)('shown as HTML runs nothing of %s', (vector) => {
    for (const text of [vector, `before ${vector} after`, `List<String> ${vector}`, vector + vector])
      expectHarmless(plainText(text));
  });

  it('shown as HTML runs nothing whatever it is made of, and stays the same when it is made plain again', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const once = plainText(text);
        expectHarmless(once);
        expect(plainText(once)).toBe(once);
        expect(once).toBe(once.trim());
        expect(once).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
