import { exampleData } from '../src/app/example-data/example-data.ts';

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The running text of the example cases: words as often as people use them. */
const runningText = exampleData.cases
  .map(({ title, description }) => `${title} ${description.replace(/<[^>]*>/gu, ' ')}`)
  .join(' ')
  .split(/\s+/u)
  .filter((word) => /^[\p{L}\d][\p{L}\d,.'-]*$/u.test(word));

const TITLE_WORDS = 6;
const DESCRIPTION_WORDS = 25;

/** What a description is written as: as the vendor's example does it, or as rich-text editors do. */
export type Markup = 'plain' | 'html';

interface Texts {
  readonly title: string;
  readonly description: string;
}

/** Makes titles and descriptions that never repeat: each begins or ends with the number given. */
export const textMaker = (random: () => number, markup: Markup): ((serial: number) => Texts) => {
  const sentence = (words: number): string => {
    let text = '';
    for (let index = 0; index < words; index += 1) {
      text += `${index === 0 ? '' : ' '}${runningText[Math.floor(random() * runningText.length)]}`;
    }
    return text;
  };
  return (serial) => {
    const title = `${sentence(TITLE_WORDS)} ${serial}`;
    if (markup === 'plain') return { title, description: `${sentence(DESCRIPTION_WORDS)} ${serial}` };
    const [first, second] = [sentence(DESCRIPTION_WORDS - 12), sentence(12)];
    return { title, description: `<p>${first} <strong>${serial}</strong></p><p>${second}</p>` };
  };
};
