import type { MailKind } from './mail.ts';

/** What a mail says; `{name}`, `{username}` and `{workspace}` stand for what it is about. */
export interface MailTexts {
  readonly direction: 'ltr' | 'rtl';
  readonly greeting: string;
  readonly kinds: Readonly<Record<MailKind, WordsOfKind>>;
  /** How long the link works. */
  readonly ends: string;
}

/** The same of one kind of mail. */
interface WordsOfKind {
  readonly subject: string;
  /** Why it is sent. */
  readonly reason: string;
  /** What the link does. */
  readonly action: string;
  /** What else one should know. */
  readonly remark: string;
}
