import { readConfiguration } from '../../src/app/config.ts';
import { answerPasswordRequests } from '../../src/features/mails/answer-password-requests.ts';
import { sendMails } from '../../src/features/mails/send-mails.ts';
import { contextOfJobs } from '../../src/platform/events/follow-events.ts';
import { call } from './api.ts';
import { newAddress } from './browser.ts';
import { linkIn, type ReceivedMail } from './received-mail.ts';
import { SmtpReceiver } from './smtp-receiver.ts';
import { startTestApp, type TestApp, type TestAppOptions, type TestDialect } from './test-app.ts';

export const MAILED_PASSWORD = 'correct horse battery staple';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What a server is set to that sends its mails to this receiver, or to nobody at port 1. */
export const mailSettings = (
  { port }: Pick<SmtpReceiver, 'port'> = { port: 1 },
  publicUrl = 'https://casekeep.example/',
) => {
  const { settings } = readConfiguration({
    CASEKEEP_SMTP_URL: `smtp://casekeep:p%40ss@127.0.0.1:${port}`,
    CASEKEEP_MAIL_FROM: 'help@casekeep.example',
    CASEKEEP_PUBLIC_URL: publicUrl,
  });
  return { smtpServer: settings.smtpServer, mailFrom: settings.mailFrom, publicUrl: settings.publicUrl };
};

/** A server that sends mail, and what people do with it. */
export class MailingApp {
  readonly test: TestApp;
  readonly receiver: SmtpReceiver;

  constructor(test: TestApp, receiver: SmtpReceiver) {
    this.test = test;
    this.receiver = receiver;
  }

  static async start(dialect: TestDialect, options: TestAppOptions): Promise<MailingApp> {
    const receiver = await new SmtpReceiver().start();
    return new MailingApp(await startTestApp(dialect, { ...options, settings: mailSettings(receiver) }), receiver);
  }

  /** Asks for a link as somebody who says what they like of where the server is. */
  request(usernameOrEmail: string, more: object = {}) {
    return call(this.test, 'POST /password-requests', {
      ...{ key: null, body: { usernameOrEmail, ...more }, address: newAddress() },
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    });
  }

  /** Does what the program does by itself. */
  async work(): Promise<void> {
    const ctx = contextOfJobs(this.test.platform);
    await answerPasswordRequests.run(ctx);
    await sendMails.run(ctx);
  }

  async openStatus(path: string): Promise<number> {
    return (await this.test.app.inject({ url: path })).statusCode;
  }

  /** Chooses a password behind a link. */
  async chooseStatus(path: string): Promise<number> {
    const payload = new URLSearchParams({ password: MAILED_PASSWORD, repetition: MAILED_PASSWORD }).toString();
    return (await this.test.app.inject({ method: 'POST', url: path, headers: FORM, payload })).statusCode;
  }

  async signInStatus(username: string): Promise<number> {
    const body = { username, password: MAILED_PASSWORD };
    return (await call(this.test, 'POST /sessions', { key: null, body, address: newAddress() })).status;
  }

  /** What waits, or whatever else a table has. */
  rows(table: string) {
    return this.test.rows(`select * from ${table} order by 1`);
  }

  /** How often a link was made, as the log of events has it. */
  async linksMade(): Promise<number> {
    return (await this.test.rows("select id from events where type = 'user.password_link_issued'")).length;
  }

  /** The only mail that has come. */
  onlyMail(): ReceivedMail {
    const [mail, ...others] = this.receiver.received;
    if (mail === undefined || others.length > 0) throw new Error(`${this.receiver.received.length} mails have come.`);
    return mail;
  }

  /** The path of the link in the mail that came at this place. */
  linkPath(place = 0): string {
    const mail = this.receiver.received.at(place);
    if (mail === undefined) throw new Error('No such mail has come.');
    return linkIn(mail).pathname;
  }

  /** Forgets all that has come and all that waits. */
  async clear(): Promise<void> {
    this.receiver.received.length = 0;
    this.receiver.behave = 'take';
    await this.test.platform.database.transaction(async ({ run }) => {
      for (const table of ['password_requests', 'outgoing_mails']) await run(`delete from ${table}`, []);
    });
  }

  async close(): Promise<void> {
    await this.receiver.stop();
    await this.test.close();
  }
}
