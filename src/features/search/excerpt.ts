import { fold } from '../../platform/database/folded-text.ts';

/** How long an excerpt is at the most, and how much of it stands before the first word found, in characters. */
const MAX_LENGTH = 200;
const BEFORE_MATCH = 60;

/** How far into a text the words are looked for. */
const MAX_LOOKED_INTO = 20_000;

/** A part of a text, on one line, from a little before the first of the words on; its beginning when none is there. */
export const excerptOf = (text: string, words: readonly string[]): string => {
  const line = text.slice(0, MAX_LOOKED_INTO).replace(/\s+/gu, ' ').trim();
  const folded = fold(line);
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place !== -1);
  // Folding may change the length: then the place is only near it.
  const match = places.length === 0 ? 0 : Math.min(...places);
  const start = match <= BEFORE_MATCH ? 0 : wordStart(line, match - BEFORE_MATCH);
  const end = start + MAX_LENGTH >= line.length ? line.length : wordEnd(line, start + MAX_LENGTH);
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim().toWellFormed()}${end < line.length ? '…' : ''}`;
};

const wordStart = (line: string, from: number): number => {
  const space = line.indexOf(' ', from);
  return space === -1 || space > from + BEFORE_MATCH ? from : space + 1;
};

const wordEnd = (line: string, before: number): number => {
  const space = line.lastIndexOf(' ', before);
  return space < before - BEFORE_MATCH ? before : space;
};
