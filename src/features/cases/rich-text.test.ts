import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrictHtml, type WrittenElement } from '../../../test/support/strict-html.ts';
import { xssVectors } from '../../../test/support/xss-vectors.ts';
import { DomainError } from '../../kernel/errors.ts';
import { descriptionField, normalizeChanges } from './normalize-changes.ts';
import { sanitizeRichText, textOfHtml } from './rich-text.ts';

const sanitizeDescription = (html: string): string => sanitizeRichText(html, descriptionField);

/** Elements that neither run nor load anything by themselves, other than pictures. */
const HARMLESS = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q rb rp rt rtc ruby s ' +
    'samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);
const HARMLESS_ATTRIBUTES = new Set(
  'alt class colspan dir height href lang name rel rowspan scope src start style target title type width'.split(' '),
);
const HARMLESS_STYLE = /^(?:color|background-color|text-align|text-decoration|font-weight|font-style):[#\w\s.,%()-]+$/u;

const isHarmlessStyle = (declaration: string): boolean =>
  declaration === '' || (HARMLESS_STYLE.test(declaration) && !/url|expression|image/iu.test(declaration));

/** As browsers read a URL: without blanks and controls around and line breaks inside. */
const schemeOf = (url: string): string | undefined =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers take them away
  /^[\u0000-\u0020]*([a-z][a-z\d+.-]*):/iu.exec(url.replace(/[\t\r\n]/gu, ''))?.[1]?.toLowerCase();

const expectHarmless = ({ name, attributes }: WrittenElement): void => {
  expect(HARMLESS).toContain(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    expect(HARMLESS_ATTRIBUTES).toContain(attribute);
    if (attribute === 'href' || attribute === 'src') {
      expect([undefined, 'http', 'https', 'mailto', 'tel']).toContain(schemeOf(value));
      expect(value).not.toMatch(/^\s*[/\\]{2}/u);
    }
    if (attribute === 'style') expect(value.split(';').filter((each) => !isHarmlessStyle(each))).toEqual([]);
  }
  if (attributes['target'] !== undefined) expect(attributes['rel']).toBe('noopener noreferrer');
};

/** Proves that a browser finds nothing in it that runs, however it is parsed, and answers with its text. */
const expectSafe = (html: string): string => {
  const { elements, text } = readStrictHtml(/[<>&]/u.test(html) ? html : '');
  for (const element of elements) expectHarmless(element);
  return text;
};

const pieces = [
  ...xssVectors,
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<a href="x">',
    '</a>',
    '<ul><li>',
    '</ul>',
    '<table>',
    '<td>',
    '</script>',
    '</style>',
  ],
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '=',
    '/',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '&lt;',
    '&amp;',
    '&#60;',
    '&#x3c',
    '&nbsp;',
  ],
  ...[
    ' onclick=',
    'javascript:',
    ' style="',
    ' href=',
    '\u0000',
    '\n',
    '\ud800',
    '`',
    '<p style="color: RED">',
    '<br>',
    '<img src=x>',
  ],
];
const hostileHtml = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('a description', () => {
  it.each(xssVectors)('has nothing left of %s that could run', (vector) => {
    for (const html of [
      vector,
      `before ${vector} after`,
      `<p>${vector}</p>`,
      `<b title='${vector}'>`,
      vector + vector,
    ]) {
      expectSafe(sanitizeDescription(html));
    }
  });

  it('has nothing that could run whatever it is made of, and stays the same when it is sanitised again', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const once = sanitizeDescription(html);
        expectSafe(once);
        expect(sanitizeDescription(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of plain text is kept to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const plain = text.replace(/[<>&]/gu, '');
        expect(sanitizeDescription(plain)).toBe(plain);
        expect(textOfHtml(plain)).toBe(plain);
      }),
    );
  });

  it('of escaped text is kept to the letter, and is searched as the text that people see', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(sanitizeDescription(escaped)).toBe(escaped);
        expect(textOfHtml(escaped)).toBe(text);
      }),
    );
  });

  it.each([
    ['a < b && c > d', 'a < b && c > d'],
    ['if (a<1 && b>2) return', 'if (a<1 && b>2) return'],
    ['R&D, AT&T &copy; 2026', 'R&D, AT&T © 2026'],
    ['100 % "sure" \'now\' \\ `', '100 % "sure" \'now\' \\ `'],
    ['5 &lt; 6 &amp;amp; 7', '5 < 6 &amp; 7'],
    ['<p>one</p><p>two<br>three</p>', 'onetwothree'],
  ])('%s keeps its text', (html, text) => {
    expect(expectSafe(sanitizeDescription(html)) || html).toBe(text);
  });

  it.each([
    '<p>New <strong>text</strong> with <em>emphasis</em>, <u>lines</u> and <s>others</s></p>',
    '<ul><li>one</li><li>two<ol start="3"><li>three</li></ol></li></ul>',
    '<h2>Steps</h2><pre><code class="language-ts">if (a &lt; b) {}\n</code></pre><blockquote>quoted</blockquote><hr />',
    '<a href="https://example.com/?a=1&amp;b=2#c">link</a> <a href="mailto:a@example.com">mail</a> <a href="/cases/2304">case</a>',
    '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td colspan="2">B</td></tr></tbody></table>',
    '<img src="https://example.com/x.png" alt="A picture" width="10" />',
    '<p style="color:#f00;text-align:center">red</p>',
    '<details><summary>More</summary><p dir="rtl" lang="ar">نص</p></details>',
    '<a href="https://example.com" target="_blank" rel="noopener noreferrer">link</a>',
  ])('is kept as it is: %s', (html) => {
    expect(sanitizeDescription(html)).toBe(html);
    expectSafe(html);
  });

  it.each([
    ['<p>one</p><p>two</p>', 'one two'],
    ['one<br>two<hr>three', 'one two three'],
    ['<ul><li>one</li><li>two</li></ul>', 'one two'],
    ['<table><tr><td>one</td><td>two</td></tr></table>', 'one two'],
    ['<b>o</b>ne <i>t</i>wo', 'one two'],
    ['<script>one</script>two<style>three</style>', 'two'],
    ['<a href="https://one.example" title="two">three</a>', 'three'],
    ['a &lt;b&gt; &amp;amp; "c"', 'a <b> &amp; "c"'],
  ])('%s is searched as the words %s', (html, words) => {
    expect(
      textOfHtml(sanitizeDescription(html))
        .split(/\s+/u)
        .filter((word) => word !== '')
        .join(' '),
    ).toBe(words);
  });
});

const MEBIBYTE = 1024 * 1024;
const filled = (piece: string, head = ''): string =>
  head + piece.repeat(Math.floor((MEBIBYTE - head.length) / piece.length));

/** Inputs that make parsers slow; what of each is expected is only an end in good time. */
const hostileInputs = {
  'of <': filled('<'),
  'of &': filled('&'),
  'of unclosed elements': filled('<div>'),
  'of unclosed lists': filled('<ul><li>'),
  'of unclosed ends': filled('</p>'),
  'of elements closed and opened deep inside': filled('<i></i>', '<b>'.repeat(990)),
  'of ends that close nothing deep inside': filled('</i>', '<b>'.repeat(990)),
  'of dropped elements that change the others': filled('<p><body><div></div>'),
  'of 5000 elements in each other, again and again': filled('<div>'.repeat(5_000) + '</div>'.repeat(5_000)),
  'of attributes': filled(' a=b', '<a'),
  'of an attribute without an end': filled('x', '<a href="'),
  'of tags without an end': filled('<a '),
  'of comments without an end': filled('<!--'),
  'of scripts without an end': filled('<script>'),
  'of CDATA without an end': filled('<![CDATA['),
  'of styles': `<p style="${filled('color:red;').slice(30)}">`,
  'of a style of brackets': `<p style="color:${filled('(').slice(30)}">`,
};

describe('1 MiB', () => {
  it.each(Object.entries(hostileInputs))('%s is refused or made safe', (_name, html) => {
    try {
      const { description = '' } = normalizeChanges({ description: html });
      expectSafe(description);
      expect(textOfHtml(description).length).toBeLessThanOrEqual(MEBIBYTE);
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: 'FIELDS_INVALID', fields: [{ field: 'description' }] });
    }
  });

  it('of a title or of tags is refused before anything looks for markup in it', () => {
    for (const piece of ['<', '<b', '<!--', '<script>', '<x on', ' ', '&']) {
      const text = `x${filled(piece)}x`;
      expect(() => normalizeChanges({ title: text })).toThrow(DomainError);
      expect(() => normalizeChanges({ tags: [text] })).toThrow(DomainError);
    }
  });
});
