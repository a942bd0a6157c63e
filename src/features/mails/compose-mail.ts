import type { OutgoingMail } from '../../platform/mail/mailer.ts';
import type { User } from '../users/user.ts';
import type { MailKind, MailLanguage } from './mail.ts';
import { mailTexts } from './mail-texts.ts';

interface ComposeMail {
  readonly kind: MailKind;
  readonly language: MailLanguage;
  readonly user: User;
  /** What the workspace is called. */
  readonly workspace: string;
  readonly link: string;
}

/** What a mail says, as text and as HTML. */
export const composeMail = ({ kind, language, user, workspace, link }: ComposeMail): OutgoingMail => {
  const { direction, greeting, kinds, ends } = mailTexts[language];
  const { subject, reason, action, remark } = kinds[kind];
  const names = { name: user.displayName, username: user.username, workspace };
  const said = (text: string): string => filledIn(text, names, isolated);
  const shown = (text: string): string => filledIn(text, names, (name) => `<bdi>${escapeHtml(name)}</bdi>`);
  return {
    to: { name: user.displayName, address: user.email },
    subject: filledIn(subject, names, (name) => name),
    text: [said(greeting), said(reason), `${action}:\n${link}`, `${ends} ${said(remark)}`, ''].join('\n\n'),
    html: `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><title>${escapeHtml(action)}</title></head>
<body style="font: 16px/1.5 system-ui, sans-serif">
<p>${shown(greeting)}</p>
<p>${shown(reason)}</p>
<p><a href="${escapeHtml(link)}">${escapeHtml(action)}</a></p>
<p>${escapeHtml(ends)} ${shown(remark)}</p>
</body>
</html>
`,
  };
};

type Names = Readonly<Record<'name' | 'username' | 'workspace', string>>;

/** Each place is filled once: what stands in a name is no place. */
const filledIn = (text: string, names: Names, as: (name: string) => string): string =>
  text.replaceAll(/\{(name|username|workspace)\}/gu, (_place, which: keyof Names) => as(names[which]));

/** Names run in their own direction, whatever the sentence does. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/gu, (character) => escapes[character] ?? '');
