import { describe, expect, it } from 'vitest';
import { Memory } from './memory.ts';

/** More than the memory keeps. */
const MANY = 60_000;

/** A loader that counts how often it is asked. */
const counting = <T>(value: T) => {
  const loader = {
    loads: 0,
    load: async (): Promise<T> => {
      loader.loads += 1;
      return value;
    },
  };
  return loader;
};

describe('the memory of a process', () => {
  it('loads a value once, and again after a clear', async () => {
    const memory = new Memory();
    const loader = counting('value');
    expect(await memory.remember('key', loader.load)).toBe('value');
    expect(await memory.remember('key', loader.load)).toBe('value');
    expect(loader.loads).toBe(1);
    memory.clear();
    expect(await memory.remember('key', loader.load)).toBe('value');
    expect(loader.loads).toBe(2);
  });

  it('keeps values under different keys apart', async () => {
    const memory = new Memory();
    await memory.remember('one', async () => 1);
    expect(await memory.remember('two', async () => 2)).toBe(2);
    expect(await memory.remember('one', async () => 3)).toBe(1);
  });

  it('does not keep a value whose loading began before a clear', async () => {
    const memory = new Memory();
    const slow = Promise.withResolvers<string>();
    const old = memory.remember('key', () => slow.promise);
    memory.clear();
    slow.resolve('old');
    expect(await old).toBe('old');
    expect(await memory.remember('key', async () => 'new')).toBe('new');
  });

  it('does not let an old loading overwrite a newer value', async () => {
    const memory = new Memory();
    const slow = Promise.withResolvers<string>();
    const old = memory.remember('key', () => slow.promise);
    memory.clear();
    await memory.remember('key', async () => 'new');
    slow.resolve('old');
    await old;
    expect(await memory.remember('key', async () => 'newest')).toBe('new');
  });

  it('does not keep what does not exist, but what is empty', async () => {
    const memory = new Memory();
    const missing = counting(undefined);
    const empty = counting(null);
    for (let round = 0; round < 2; round += 1) {
      await memory.remember('missing', missing.load);
      await memory.remember('empty', empty.load);
    }
    expect([missing.loads, empty.loads]).toEqual([2, 1]);
  });

  it('does not keep a failure', async () => {
    const memory = new Memory();
    await expect(Promise.resolve(memory.remember('key', () => Promise.reject(new Error('no'))))).rejects.toThrow('no');
    expect(await memory.remember('key', async () => 'value')).toBe('value');
  });

  it('is bounded: what was not used for long is forgotten, what is in use is kept', async () => {
    const memory = new Memory();
    const used = counting('used');
    const unused = counting('unused');
    await memory.remember('unused', unused.load);
    for (let index = 0; index < MANY; index += 1) {
      await memory.remember(`key ${index}`, async () => index);
      if (index % 10_000 === 0) await memory.remember('used', used.load);
    }
    await memory.remember('used', used.load);
    await memory.remember('unused', unused.load);
    expect([used.loads, unused.loads]).toEqual([1, 2]);
  });
});
