import { collected } from '../collected.ts';

/** All texts in Arabic, as scripts/languages-check.ts compares them with the English ones. */
export const ar = collected(import.meta.glob<object>('./*.json', { eager: true, import: 'default' }));
