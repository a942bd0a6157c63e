import type { MailTexts } from '../mail-words.ts';

export const de: MailTexts = {
  direction: 'ltr',
  greeting: 'Hallo {name},',
  kinds: {
    'password-forgotten': {
      subject: 'Neues Passwort für {workspace}',
      reason: 'für den Benutzer {username} von {workspace} wurde ein neues Passwort angefordert.',
      action: 'Neues Passwort festlegen',
      remark: 'Kam die Anforderung nicht von dir, ist nichts zu tun: Das bisherige Passwort gilt weiter.',
    },
    'password-link': {
      subject: 'Zugang zu {workspace}',
      reason: 'mit diesem Link legst du ein Passwort fest und meldest dich danach als {username} bei {workspace} an.',
      action: 'Passwort festlegen',
      remark: 'Die Administration von {workspace} hat ihn geschickt.',
    },
  },
  ends: 'Der Link funktioniert einmal und gilt einen Tag.',
};
