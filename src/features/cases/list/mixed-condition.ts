import type { CaseCondition } from './case-selection.ts';
import { hasText } from './split-condition.ts';

/** What is known of one case: the truth of what was asked of its row, and which texts it has. */
interface KnownOfCase {
  readonly truths: readonly boolean[];
  readonly texts: ReadonlySet<string>;
}

/** Conditions that mix texts with others, in a form that can be decided case by case. */
export interface MixedCondition {
  /** What the database has to tell of each row. */
  readonly asked: readonly CaseCondition[];
  /** The texts to look for, folded. */
  readonly texts: readonly string[];
  readonly isTrue: (known: KnownOfCase) => boolean;
}

type Decide = MixedCondition['isTrue'];

/** All of the conditions as one. */
export const mixedCondition = (conditions: readonly CaseCondition[]): MixedCondition => {
  const asked: CaseCondition[] = [];
  const texts = new Set<string>();
  const decide = (condition: CaseCondition): Decide => {
    if (!hasText(condition)) {
      const index = asked.push(condition) - 1;
      return ({ truths }) => truths[index] === true;
    }
    if (condition.kind === 'text') {
      const { text } = condition;
      texts.add(text);
      return (known) => known.texts.has(text);
    }
    if (condition.kind === 'not') {
      const isTrue = decide(condition.of);
      return (known) => !isTrue(known);
    }
    const of = 'of' in condition ? condition.of.map(decide) : [];
    return condition.kind === 'any'
      ? (known) => of.some((isTrue) => isTrue(known))
      : (known) => of.every((isTrue) => isTrue(known));
  };
  const all = conditions.map(decide);
  return { asked, texts: [...texts], isTrue: (known) => all.every((isTrue) => isTrue(known)) };
};
