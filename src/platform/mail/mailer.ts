import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';
import { isMailAddress, type MailAddress } from './mail-address.ts';
import { isOnThisMachine, type SmtpServer } from './smtp-server.ts';

/** How long the other side may take altogether, in milliseconds, and how long it may be silent. */
export const SENDING_TIMEOUT_MS = 60_000;
const SILENCE_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 10_000;

/** A mail to one person. */
export interface OutgoingMail {
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Says why a mail was not handed over, in the words of the other side where it said any. */
export class UnsentError extends Error {
  override readonly name = 'UnsentError';
  /** Whether the mail was refused for good: sending it again would change nothing. */
  readonly isFinal: boolean;

  constructor(message: string, options: { readonly isFinal: boolean }) {
    super(message);
    this.isFinal = options.isFinal;
  }
}

interface MailerOptions {
  readonly server: SmtpServer;
  readonly from: MailAddress;
  /** With what links in mails begin, without a slash at the end. */
  readonly publicUrl: string;
  /** Is told of mails that could not be sent. */
  readonly onFailure: (failure: MailFailure) => void;
}

/** For the log: without the mail, and without the address. */
export interface MailFailure {
  readonly mailId: number;
  readonly userId: number | null;
  readonly attempts: number;
  /** Whether it is not tried again. */
  readonly isGivenUp: boolean;
  readonly error: unknown;
}

/** Hands mails over to the server that the operator has named. */
export class Mailer {
  readonly publicUrl: string;
  readonly tellFailure: (failure: MailFailure) => void;
  readonly #server: SmtpServer;
  readonly #from: MailAddress;

  constructor({ server, from, publicUrl, onFailure }: MailerOptions) {
    this.publicUrl = publicUrl;
    this.tellFailure = onFailure;
    this.#server = server;
    this.#from = from;
  }

  /**
   * Sends a mail, under the name of the operator's choice or else under this one; it is handed over when this ends.
   * Throws UnsentError.
   */
  async send({ to, ...content }: OutgoingMail, senderName: string, signal?: AbortSignal): Promise<void> {
    if (!isMailAddress(to.address)) throw new UnsentError('The address is none for mail.', { isFinal: true });
    // Only who sends mail pays for it.
    const { createTransport } = await import('nodemailer');
    const timeout = AbortSignal.timeout(SENDING_TIMEOUT_MS);
    const transport = createTransport(optionsFor(this.#server));
    const from = { name: inOneLine(this.#from.name || senderName), address: this.#from.address };
    try {
      await transport.sendMail({
        ...content,
        subject: inOneLine(content.subject),
        from,
        to: { name: inOneLine(to.name), address: to.address },
        // Whatever becomes of the headers: it goes to this address and to no other.
        envelope: { from: from.address, to: [to.address] },
        // Nobody's absence answers it. Source: RFC 3834 section 5.
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
    } catch (error) {
      throw unsent(error, to.address);
    } finally {
      transport.close();
    }
  }
}

/** Headers end where their line does. */
const inOneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();

/**
 * A password travels encrypted, to a server that has proved its name. Without one, mails would be handed over in the clear
 * as well: then encryption without proof is better than none. Source: RFC 7435, opportunistic security.
 */
export const optionsFor = (server: SmtpServer): SMTPTransportOptions => {
  const { host, port, secure, login } = server;
  const isProved = secure || (login !== undefined && !isOnThisMachine(server));
  return {
    ...{ host, port, secure, requireTLS: isProved && !secure, tls: { rejectUnauthorized: isProved } },
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    ...{ connectionTimeout: CONNECTION_TIMEOUT_MS, greetingTimeout: SILENCE_TIMEOUT_MS },
    ...{ socketTimeout: SILENCE_TIMEOUT_MS, dnsTimeout: CONNECTION_TIMEOUT_MS },
    // A mail is made of its own words alone.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
};

/**
 * What is refused of the receiver or the mail itself is refused for good; a login, a sender or a connection can be mended.
 * Servers repeat the address that they refuse, which belongs in no log.
 */
const unsent = (error: unknown, address: string): UnsentError => {
  if (error instanceof UnsentError) return error;
  const { command, responseCode = 0, message } = error as Error & { command?: string; responseCode?: number };
  const isFinal = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return new UnsentError(withoutAddress(message, address), { isFinal });
};

const withoutAddress = (text: string, address: string): string =>
  text.replaceAll(new RegExp(RegExp.escape(address), 'giu'), '…');
