import type { QueryFault, QueryHint, Span } from './query.ts';
import { type MistakeValues, mistakes, type QueryMistake } from './query-mistakes.ts';

/** How much of what somebody wrote is told again. */
const MAX_SHOWN = 50;

/** A text as it is told again. */
export const shownText = (text: string): string =>
  text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).toWellFormed()}…` : text;

interface Told<Mistake extends QueryMistake> {
  readonly code: Mistake;
  readonly values: MistakeValues<Mistake>;
  /** What could stand there instead; null when nothing is near. */
  readonly suggestion?: string | null;
}

/** A mistake at its place, in words too. */
export const queryFault = <Mistake extends QueryMistake>(
  { start, end }: Span,
  { code, values, suggestion = null }: Told<Mistake>,
): QueryFault => {
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  const problem = mistakes[code].replace(/\{(\w+)\}/gu, (_place, name: string) => texts[name] ?? '');
  return { start, end, code, values: texts, problem, suggestion };
};

/** A mistake of which there is nothing to tell but its place. */
export const plainFault = (span: Span, code: PlainMistake): QueryFault => queryFault(span, { code, values: {} });

/** The mistakes whose sentences are always the same. */
export type PlainMistake = {
  [Code in QueryMistake]: keyof MistakeValues<Code> extends never ? Code : never;
}[QueryMistake];

/** A part that is read as text, and what it was probably meant to say. */
export const readAsText = ({ start, end }: Span, text: string, suggestion: string): QueryHint => ({
  ...{ start, end, code: 'READ_AS_TEXT', values: { text: shownText(text) } },
  problem: `looks for the text "${shownText(text)}"`,
  suggestion,
});
