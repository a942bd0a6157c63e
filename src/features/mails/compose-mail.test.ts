import { describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { dialects } from '../../../test/support/test-app.ts';
import { useMailingApp } from '../../../test/support/use-mailing-app.ts';
import { createUser } from '../users/create-user.ts';
import { mailLanguages } from './mail.ts';

describe.each(dialects)('what mails say, on %s', (dialect) => {
  const mailing = useMailingApp(dialect);

  /** Writes past everything that checks, as an older version or another program may have. */
  const write = async (statement: string): Promise<void> => {
    await mailing.app.test.platform.database.transaction(({ run }) => run(statement, []));
    mailing.app.test.platform.memory.clear();
  };

  it('has names in it that are nothing but names, whatever was kept', async () => {
    const evil = 'Eve\r\nBcc: victim@example.com\r\n\r\n<img src=x> "{username}" & {workspace}';
    const userId = await createUser(mailing.app.test.operator, { username: '<b>&{name}', email: 'eve@example.com' });
    expect((await call(mailing.app.test, `PATCH /users/${userId}`, { body: { displayName: evil } })).status).toBe(200);
    await mailing.app.request('eve@example.com');
    await mailing.app.work();
    await write(`update users set display_name = '${evil}' where id = ${userId}`);
    await write(`insert into workspace (id, name) values (1, 'W\r\nX-Evil: 1\r\n\r\n<script>')`);
    await mailing.app.request('eve@example.com');
    await mailing.app.work();
    await write('delete from workspace');
    expect(mailing.app.receiver.received).toHaveLength(2);
    for (const { to, headers, html, text } of mailing.app.receiver.received) {
      expect(to).toEqual(['eve@example.com']);
      expect([headers.has('bcc'), headers.has('x-evil'), headers.get('to')?.length]).toEqual([false, false, 1]);
      expect(html).not.toMatch(/<(?:img|b|script)\b/u);
      expect(html).toContain('&lt;b&gt;&amp;{name}');
      expect(text).toContain('"{username}" & {workspace}');
    }
  });

  it.each([
    'a@b@example.com',
    'a,b@example.com',
    'group:a@example.com;',
    'a@example.com\r\nRCPT TO:<victim@example.com>',
    '"a b"@example.com',
    '(a)b@example.com',
  ])('goes to no address that could be another one: %j', async (email) => {
    const username = `odd${mailing.aheadMs}`;
    const userId = await createUser(mailing.app.test.operator, { username, email: 'odd@example.com' });
    await write(`update users set email = '${email}' where id = ${userId}`);
    await mailing.app.request(username);
    await mailing.app.work();
    expect(mailing.app.receiver.received).toEqual([]);
    expect(await mailing.app.rows('outgoing_mails')).toEqual([]);
  });

  it.each([
    ['en', 'ltr', 'A new password for Casekeep', 'Your access to Casekeep'],
    ['de', 'ltr', 'Neues Passwort für Casekeep', 'Zugang zu Casekeep'],
    ['es', 'ltr', 'Nueva contraseña para Casekeep', 'Tu acceso a Casekeep'],
    ['ar', 'rtl', 'كلمة مرور جديدة في Casekeep', 'دخولك إلى Casekeep'],
  ])('is said in the language of whoever asks: %s', async (language, direction, ...subjects) => {
    await mailing.app.request('sara.lindqvist', { language });
    await mailing.app.work();
    await call(mailing.app.test, 'POST /users/2/password-mails', { body: { language } });
    await mailing.app.work();
    expect(mailing.app.receiver.received.map(({ headers }) => headers.get('subject')?.[0])).toEqual(subjects);
    for (const { html, text } of mailing.app.receiver.received) {
      expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(text).toContain('\u2068sara.lindqvist\u2069');
      expect(`${html}${text}`).not.toMatch(/\{\w+\}/u);
    }
    expect(mailLanguages).toContain(language);
  });
});
