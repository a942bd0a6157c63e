import type { Right } from '../../../src/kernel/permissions.ts';
import { expected, type Situation } from '../situation.ts';
import type { Target } from './target.ts';

/** `done`, or why not: as the refusal says. */
export type Outcome =
  | 'done'
  | 'not there'
  | 'no key'
  | 'for administrators'
  | 'key narrowed'
  | 'refused by the space'
  | `missing ${string}`
  | `unexpected: ${string}`;

/** What is to come of a trial. */
export type Law = (situation: Situation) => Outcome;

/** One way to ask for one operation. */
export interface Trial {
  /** Its ID in the OpenAPI document. */
  readonly operation: string;
  /** What is special about this way, where there are several. */
  readonly how?: string;
  readonly law: Law;
  /** Which things of the target stand in the address, where they are not called like its parameters. */
  readonly at?: Readonly<Record<string, keyof Target>>;
  readonly query?: (target: Target) => string;
  readonly body?: (target: Target) => unknown;
  /** What is uploaded. */
  readonly upload?: 'a file' | 'nothing';
  /** What a list must have: without it, nothing is there for whoever asked. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have every shape.
  readonly has?: (body: any, target: Target) => boolean;
  /** What became of it, where the answer is 200 whatever it was. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have every shape.
  readonly told?: (body: any) => { readonly status: number; readonly detail: string } | null;
  /** The field that is wrong on purpose: whoever hears of it was let in, and has changed nothing. */
  readonly wrongField?: string;
}

/** It is enough to see the space; otherwise the rights are needed, in this order. */
export const needs =
  (...needed: readonly Right[]): Law =>
  (situation) =>
    expected(situation, needed);

/** Other rights for one's own things than for those of others. */
export const ownOrOthers =
  (own: readonly Right[], others: readonly Right[]): Law =>
  (situation) =>
    expected(situation, situation.own ? own : others);

/** A change of a case, and what it takes beside. */
export const updates = (...beside: readonly Right[]): Law =>
  ownOrOthers(['Update', ...beside], ['AdminEntityUpdate', ...beside]);

/** Who lacks a right is not even told that there is something. */
export const hidden =
  (law: Law): Law =>
  (situation) => {
    const outcome = law(situation);
    return outcome === 'no key' || outcome === 'done' ? outcome : 'not there';
  };

/** What the second one says, once the first one lets it be asked. */
export const first =
  (law: Law, then: Law): Law =>
  (situation) => {
    const outcome = law(situation);
    return outcome === 'done' ? then(situation) : outcome;
  };

/** A space that one does not see is none of those that a new thing can be in. */
export const inNamedSpace =
  (law: Law): Law =>
  (situation) => {
    const outcome = law(situation);
    return outcome === 'not there' ? 'refused by the space' : outcome;
  };

const isNarrowed = ({ rights, visibilities }: Situation): boolean => rights !== undefined || visibilities !== undefined;
const hasKey = ({ person }: Situation): boolean => person !== 'deactivated';

/** Everybody with a key. */
export const everybody: Law = (situation) => (hasKey(situation) ? 'done' : 'no key');

/** Everybody, but not with a narrowed key: it could be used to get a wider one. */
export const withWholeKey: Law = (situation) => {
  if (!hasKey(situation)) return 'no key';
  return isNarrowed(situation) ? 'key narrowed' : 'done';
};

/** Administrators, with a key that is not narrowed. */
export const administrators: Law = (situation) => {
  if (!hasKey(situation)) return 'no key';
  if (situation.person !== 'administrator') return 'for administrators';
  return isNarrowed(situation) ? 'key narrowed' : 'done';
};

/** What is of a person: for them it is one thing, for others another. */
export const ofPerson =
  (own: Law, others: Law): Law =>
  (situation) =>
    (situation.own ? own : others)(situation);

/** Nobody but its owner. */
export const ofOwner = (law: Law): Law => ofPerson(law, (situation) => (hasKey(situation) ? 'not there' : 'no key'));

/** A right that is no matter of roles, and that a narrowed key must have all the same. */
export const keyAllows =
  (right: Right, law: Law = everybody): Law =>
  (situation) => {
    const outcome = law(situation);
    return outcome === 'done' && situation.rights?.includes(right) === false ? `missing ${right}` : outcome;
  };

/** The same of several rights, of which it must have one. */
export const keyAllowsOne =
  (...needed: readonly Right[]): Law =>
  ({ rights }) =>
    rights === undefined || needed.some((right) => rights.includes(right)) ? 'done' : `missing ${needed.join(' or ')}`;

/** Who is hidden from everybody is there for administrators, unless their key is for some spaces only. */
export const seesEverybody: Law = (situation) => {
  if (!hasKey(situation)) return 'no key';
  return situation.person === 'administrator' && situation.visibilities === undefined ? 'done' : 'not there';
};

/** A key that only reads leaves no traces. */
export const writingKey =
  (law: Law = everybody): Law =>
  (situation) => {
    const outcome = law(situation);
    return outcome === 'done' && situation.rights?.length === 0 ? 'key narrowed' : outcome;
  };

/** Work that goes on by itself: for who began it and for administrators; other keys than that which began it are whole. */
export const work: Law = (situation) => {
  if (!hasKey(situation)) return 'no key';
  const isSeen = situation.own || situation.person === 'administrator';
  return isSeen && !isNarrowed(situation) ? 'done' : 'not there';
};

/** Work in one space: its owner sees it with narrowed keys too, as long as they see the space. */
export const workInSpace: Law = (situation) => {
  const sees = expected(situation, []);
  if (sees !== 'done' || situation.own) return sees;
  return situation.person === 'administrator' && !isNarrowed(situation) ? 'done' : 'not there';
};
