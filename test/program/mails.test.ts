import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { runProgram, type Server, startServer, temporaryDirectory } from '../support/program.ts';
import { linkIn } from '../support/received-mail.ts';
import { createScratchDatabase } from '../support/scratch-postgres.ts';
import { SmtpReceiver } from '../support/smtp-receiver.ts';
import { dialects } from '../support/test-app.ts';

describe.each(dialects)('mails of the program, on %s', (dialect) => {
  let receiver: SmtpReceiver;
  let settings: Record<string, string>;
  let server: Server | undefined;
  let cleanUp: () => Promise<unknown>;
  beforeEach(async () => {
    const directory = await temporaryDirectory();
    const scratch = dialect === 'postgres' ? await createScratchDatabase(inject('postgresUrl')) : undefined;
    receiver = await new SmtpReceiver().start();
    settings = {
      DATA_DIR: directory.path,
      ...(scratch === undefined ? {} : { DATABASE_URL: scratch.url }),
      SMTP_URL: `smtp://127.0.0.1:${receiver.port}`,
      MAIL_FROM: 'Help Desk <help@example.com>',
      PUBLIC_URL: 'http://cases.example.com',
    };
    cleanUp = () => Promise.all([directory.remove(), scratch?.drop()]);
  });
  afterEach(async () => {
    await server?.stop();
    await receiver.stop();
    await cleanUp();
  });

  const start = async (): Promise<string> => {
    server = await startServer({ ...settings, PORT: '0' });
    // What it says that it serves is the public URL.
    const [, url = ''] = await server.says(/"url":"(http:[^"]+)"/u);
    return url;
  };

  it('survive its end while the server for mail is away, and are sent by themselves after the next start', async () => {
    let url = await start();
    expect((await runProgram(['user', 'change', 'admin', '--email', 'admin@example.com'], settings)).code).toBe(0);
    await receiver.stop();
    const answer = await fetch(`${url}/api/v1/password-requests`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ usernameOrEmail: 'admin' }),
    });
    expect(answer.status).toBe(202);
    await server?.says(/"msg":"a mail could not be sent; it is tried again"/u);
    server?.kill('SIGKILL');
    await server?.ended;
    await receiver.start();
    url = await start();
    await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(1);
    const [mail] = receiver.received;
    if (mail === undefined) throw new Error('It has just come.');
    expect(mail.headers.get('from')).toEqual(['Help Desk <help@example.com>']);
    const link = linkIn(mail);
    expect(link.origin).toBe('http://cases.example.com');
    expect((await fetch(`${url}${link.pathname}`)).status).toBe(200);
  });
});
