import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { MAILED_PASSWORD, MailingApp, mailSettings } from '../support/mailing-app.ts';
import { SmtpReceiver } from '../support/smtp-receiver.ts';
import { useWebTest } from './use-web-test.ts';

const receiver = await new SmtpReceiver().start();

describe('a forgotten password', () => {
  const web = useWebTest('sqlite', { settings: mailSettings(receiver, 'http://casekeep.example') });
  const mailing = () => new MailingApp(web.testApp, receiver);
  beforeEach(() => mailing().clear());
  afterAll(() => receiver.stop());

  it('is replaced by a new one, with a link that comes by mail', async () => {
    const page = await web.open(undefined, '/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
    await page.getByLabel('User name or e-mail address').fill('sara.lindqvist@example.com');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('status').getByText('If this account exists').waitFor();
    await mailing().work();
    await page.goto(mailing().linkPath());
    await page.getByLabel('New password').fill(MAILED_PASSWORD);
    await page.getByLabel('The same again').fill(MAILED_PASSWORD);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('User name').fill('sara.lindqvist');
    await page.getByLabel('Password', { exact: true }).fill(MAILED_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Account' }).getByText('Sara Lindqvist').waitFor();
  });

  it('is asked for in the language of the page, which says the same when there is nobody', async () => {
    const page = await web.open(undefined, '/forgotten-password', { locale: 'ar' });
    for (const name of ['nobody', 'jonas.weber']) {
      await page.getByRole('textbox').fill(name);
      await page.getByRole('button', { name: 'إرسال الرابط' }).click();
      await page.getByRole('status').getByText('إن كان هذا الحساب موجودًا').waitFor();
      await page.reload();
    }
    await mailing().work();
    expect(mailing().onlyMail().html).toContain('<html lang="ar" dir="rtl">');
  });

  it('can be set for the first time with a link that an administrator mails', async () => {
    const page = await web.open('admin', '/admin?part=users');
    await page.getByRole('button', { name: 'Actions for Jonas Weber' }).click();
    await page.getByRole('menuitem', { name: 'Password link' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send it by mail' }).click();
    await page.getByText('A mail to \u2068jonas.weber@example.com\u2069 is on its way.').waitFor();
    await mailing().work();
    expect(mailing().onlyMail().to).toEqual(['jonas.weber@example.com']);
  });
});

describe('a forgotten password, where no mail is sent', () => {
  const web = useWebTest();

  it('is a matter of somebody who can help', async () => {
    const page = await web.open(undefined, '/sign-in');
    await page.getByText('An administrator can send you a link').waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  });
});
