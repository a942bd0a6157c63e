/** A mail as somebody reads it. */
export interface ReceivedMail {
  /** The sender and the receivers of the envelope. */
  readonly from: string;
  readonly to: readonly string[];
  /** Each line of the head, unfolded and decoded, by the name in lower case: all that are there. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

/** Reads a mail with a part for text and one for HTML. Source: RFC 5322, RFC 2045 to 2047. */
export const readMail = (envelope: Pick<ReceivedMail, 'from' | 'to'>, raw: string): ReceivedMail => {
  const { headers, body } = partOf(raw);
  const boundary = /boundary="([^"]+)"/u.exec(headers.get('content-type')?.[0] ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((each) => partOf(each.replace(/^\r\n/u, '')));
  const contentOf = (type: string): string => {
    const part = parts.find((each) => each.headers.get('content-type')?.[0]?.startsWith(type));
    return part === undefined ? '' : decoded(part.body, part.headers.get('content-transfer-encoding')?.[0] ?? '7bit');
  };
  return { ...envelope, headers, raw, text: contentOf('text/plain'), html: contentOf('text/html') };
};

/** The link in a mail. */
export const linkIn = ({ text }: ReceivedMail): URL => new URL(/^https?:\S+$/mu.exec(text)?.[0] ?? '');

const partOf = (raw: string) => {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/gu, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), words(line.slice(colon + 1).trim())]);
  }
  return { headers, body: raw.slice(end + 4) };
};

const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/gu, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/giu, (_word, how: string, content: string) =>
      how.toLowerCase() === 'b' ? base64(content) : quoted(content.replaceAll('_', ' ')),
    );

const base64 = (text: string): string => Buffer.from(text, 'base64').toString();

const quoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([\dA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

const decoded = (body: string, encoding: string): string => {
  if (encoding === 'base64') return base64(body);
  return (encoding === 'quoted-printable' ? quoted(body) : body).replaceAll('\r\n', '\n');
};
