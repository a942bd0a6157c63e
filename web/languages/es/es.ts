import { collected } from '../collected.ts';

/** All texts in Spanish, as scripts/languages-check.ts compares them with the English ones. */
export const es = collected(import.meta.glob<object>('./*.json', { eager: true, import: 'default' }));
