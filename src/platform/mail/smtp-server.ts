import { isIP } from 'node:net';

/** Where mails are handed over. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** Whether the connection begins with TLS. */
  readonly secure: boolean;
  /** Undefined when it takes mails from everybody who reaches it. */
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

/** Source: RFC 8314 section 7.3, submission over TLS; RFC 6409 section 3.1, submission. */
const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 };

/** Reads `smtp://…` or `smtps://user:password@host:port`; undefined when it is something else. */
export const readSmtpServer = (text: string): SmtpServer | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const usualPort = PORTS[protocol];
  const isMore = !['', '/'].includes(pathname) || search !== '' || hash !== '';
  if (usualPort === undefined || hostname === '' || isMore) return undefined;
  const [user, secret] = [decoded(username), decoded(password)];
  if (user === undefined || secret === undefined || (user === '') !== (secret === '')) return undefined;
  return {
    host: hostname.replace(/^\[|\]$/gu, ''),
    port: port === '' ? usualPort : Number(port),
    secure: protocol === 'smtps:',
    login: user === '' ? undefined : { user, password: secret },
  };
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** Whether the server is this machine itself: then nobody listens on the way. */
export const isOnThisMachine = ({ host }: SmtpServer): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
