import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** The languages of the interface, each in its own name. */
export const languages = { en: 'English', de: 'Deutsch', es: 'Español', ar: 'العربية' } as const;
export type Language = keyof typeof languages;

const rightToLeft: ReadonlySet<string> = new Set<string>(['ar']);
/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language) ? 'rtl' : 'ltr');

/** By the parts of the interface; of plurals each language has as many as it needs. */
type Texts = Readonly<Record<string, object>>;

const STORED = 'casekeep-language';

const isLanguage = (name: string | null | undefined): name is Language => name != null && name in languages;

/** What was chosen before, else the first language of the browser that there is. */
const preferredLanguage = (): Language => {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
};

/** Texts of other languages are loaded when they are wanted. */
const texts: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => en,
  de: async () => (await import('./de/de.ts')).de,
  es: async () => (await import('./es/es.ts')).es,
  ar: async () => (await import('./ar/ar.ts')).ar,
};

export const i18n = createInstance();

/** Makes the texts of the preferred language ready. */
export const startLanguages = async (): Promise<void> => {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // React writes texts as texts.
    interpolation: { escapeValue: false },
  });
  await showLanguage(preferredLanguage());
};

/** Changes the language of everything on the screen, and remembers it. */
const showLanguage = async (language: Language): Promise<void> => {
  const loaded = await texts[language]();
  i18n.addResourceBundle(language, 'translation', loaded);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
};

/** Remembers what somebody has chosen on this machine. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(STORED, language);
  await showLanguage(language);
};
