import { describe, expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

describe('reading ahead', () => {
  it('keeps the order, and asks for the next one while one is in use, and for no more', async () => {
    const asked: number[] = [];
    const source = async function* () {
      for (const number of [1, 2, 3]) {
        asked.push(number);
        yield number;
      }
    };
    const seen: [number, number][] = [];
    for await (const number of readAhead(source())) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.push([number, asked.length]);
    }
    expect(seen).toEqual([
      [1, 2],
      [2, 3],
      [3, 3],
    ]);
  });

  it('tells an error only where the one that could not be read is asked for', async () => {
    const source = async function* () {
      yield 1;
      throw new Error('gone');
    };
    const ahead = readAhead(source());
    expect(await ahead.next()).toEqual({ done: false, value: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1));
    await expect(ahead.next()).rejects.toThrow('gone');
  });

  it('ends the source when whoever reads goes away', async () => {
    let isEnded = false;
    const source = async function* () {
      try {
        for (;;) yield 1;
      } finally {
        isEnded = true;
      }
    };
    for await (const _ of readAhead(source())) break;
    expect(isEnded).toBe(true);
  });
});
