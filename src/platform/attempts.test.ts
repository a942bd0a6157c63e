import { expect, it } from 'vitest';
import { Attempts } from './attempts.ts';

/** How many of so many attempts in a row are let through, at times a second apart. */
const allowed = (attempts: Attempts, count: number, { from = 0, everyMs = 1_000, subject = 'x' } = {}): number =>
  Array.from({ length: count }, (_, index) => attempts.begin(subject, from + index * everyMs)).filter(Boolean).length;

it('ten failures at once cost nothing, the eleventh attempt has to wait', () => {
  const attempts = new Attempts();
  expect(allowed(attempts, 11, { everyMs: 0 })).toBe(10);
  expect(attempts.begin('x', 999)).toBe(false);
  expect(attempts.begin('x', 1_000)).toBe(true);
});

it('waits double until they are a minute: no more than 1,500 guesses a day', () => {
  const attempts = new Attempts();
  const aDay = allowed(attempts, 24 * 60 * 60);
  expect(aDay).toBeGreaterThan(1_400);
  expect(aDay).toBeLessThan(1_500);
});

it('a success, or an hour without attempts, makes all forgotten; others are not concerned', () => {
  const attempts = new Attempts();
  allowed(attempts, 20, { everyMs: 0 });
  expect(attempts.begin('other', 0)).toBe(true);
  attempts.succeed('x');
  expect(allowed(attempts, 20, { everyMs: 0 })).toBe(10);
  expect(allowed(attempts, 20, { from: 60 * 60 * 1_000, everyMs: 0 })).toBe(10);
});
