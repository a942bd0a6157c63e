import type { MailTexts } from '../mail-words.ts';

export const en: MailTexts = {
  direction: 'ltr',
  greeting: 'Hello {name},',
  kinds: {
    'password-forgotten': {
      subject: 'A new password for {workspace}',
      reason: 'somebody, you we hope, has asked for a new password for the user {username} of {workspace}.',
      action: 'Choose a new password',
      remark: 'If that was not you, you need not do anything: your password stays as it is.',
    },
    'password-link': {
      subject: 'Your access to {workspace}',
      reason: 'with this link you choose a password, with which you then sign in to {workspace} as {username}.',
      action: 'Choose a password',
      remark: 'An administrator of {workspace} has sent it to you.',
    },
  },
  ends: 'The link works once, within a day.',
};
