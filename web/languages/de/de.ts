import { collected } from '../collected.ts';

/** All texts in German, as scripts/languages-check.ts compares them with the English ones. */
export const de = collected(import.meta.glob<object>('./*.json', { eager: true, import: 'default' }));
