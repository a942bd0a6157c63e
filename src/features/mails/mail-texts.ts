import type { MailLanguage } from './mail.ts';
import type { MailTexts } from './mail-words.ts';
import { ar } from './texts/ar.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';

/** What mails say, by language. */
export const mailTexts: Readonly<Record<MailLanguage, MailTexts>> = { en, de, es, ar };
