import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialects } from '../../test/support/test-app.ts';
import {
  note,
  notHanging,
  openTestDatabase,
  pause,
  type TestDatabase,
  texts,
} from '../../test/support/test-database.ts';
import { operator } from '../kernel/actor.ts';
import { Context } from './context.ts';

const INSIDE = 'This context is in a transaction';

describe.each(dialects)('a transaction on %s', (dialect) => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase(dialect);
  });
  afterEach(() => notHanging(test.close()));

  /** A verb that writes, by itself or as part of another one. */
  const verb = (ctx: Context, id: number): Promise<void> => ctx.inTransaction((tx) => note(tx.db, id));

  it('keeps what its work wrote', async () => {
    await test.ctx.inTransaction((tx) => note(tx.db, 1));
    expect(await test.notes()).toEqual(['note 1']);
  });

  it('keeps nothing of work that fails, and the next one works', async () => {
    const failing = test.ctx.inTransaction(async (tx) => {
      await note(tx.db, 1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await verb(test.ctx, 2);
    expect(await test.notes()).toEqual(['note 2']);
  });

  it('is joined by a verb that a verb calls', async () => {
    await test.ctx.inTransaction(async (tx) => {
      await verb(tx, 1);
      expect(await texts(tx.db)).toEqual(['note 1']);
      expect(await test.notes()).toEqual([]);
      await verb(tx, 2);
    });
    expect(await test.notes()).toEqual(['note 1', 'note 2']);
  });

  it('undoes everything when an inner verb fails', async () => {
    const failing = test.ctx.inTransaction(async (tx) => {
      await verb(tx, 1);
      await tx.inTransaction(async (inner) => {
        await note(inner.db, 2);
        throw new Error('inner');
      });
    });
    await expect(failing).rejects.toThrow('inner');
    expect(await test.notes()).toEqual([]);
  });

  it('shows nothing to readers before its commit', async () => {
    const written = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const working = test.ctx.inTransaction(async (tx) => {
      await note(tx.db, 1);
      written.resolve();
      await mayEnd.promise;
    });
    await written.promise;
    expect(await test.notes()).toEqual([]);
    mayEnd.resolve();
    await working;
    expect(await test.notes()).toEqual(['note 1']);
  });

  it('refuses a read through the outer context, and keeps nothing', async () => {
    const wrong = test.ctx.inTransaction(async (tx) => {
      await note(tx.db, 1);
      return texts(test.ctx.db);
    });
    await expect(notHanging(wrong)).rejects.toThrow(INSIDE);
    expect(await test.notes()).toEqual([]);
  });

  it('refuses a transaction on the outer context instead of waiting for itself', async () => {
    const wrong = test.ctx.inTransaction(() => verb(test.ctx, 1));
    await expect(notHanging(wrong)).rejects.toThrow(INSIDE);
    expect(await test.notes()).toEqual([]);
  });

  it('gives the outer context back when it has ended, also after a failure', async () => {
    await expect(test.ctx.inTransaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await texts(test.ctx.db)).toEqual([]);
    await verb(test.ctx, 1);
    expect(await texts(test.ctx.db)).toEqual(['note 1']);
  });

  it('refuses a transaction on another context of the same request instead of waiting for itself', async () => {
    const other = test.ctx.as(operator('cli'));
    const wrong = test.ctx.inTransaction(() => verb(other, 1));
    await expect(notHanging(wrong)).rejects.toThrow(INSIDE);
  });

  it('refuses a transaction on a context made inside of it instead of waiting for itself', async () => {
    const wrong = test.ctx.inTransaction((tx) => verb(new Context(tx.platform, operator('cli')), 1));
    await expect(notHanging(wrong)).rejects.toThrow(INSIDE);
  });

  it('lets other requests that share its context read and write meanwhile', async () => {
    const [began, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = test.ctx.inTransaction(async (tx) => {
      began.resolve();
      await mayEnd.promise;
      await note(tx.db, 1);
    });
    await began.promise;
    const other = () => new Context(test.ctx.platform, operator('cli'));
    await expect(texts(other().db)).resolves.toEqual([]);
    const meanwhile = verb(other(), 2);
    mayEnd.resolve();
    await Promise.all([slow, meanwhile]);
    expect((await test.notes()).sort()).toEqual(['note 1', 'note 2']);
  });

  it('refuses to be used after its end', async () => {
    let kept = test.ctx;
    await test.ctx.inTransaction(async (tx) => {
      kept = tx;
    });
    await expect(texts(kept.db)).rejects.toThrow('This transaction has ended');
    await expect(kept.inTransaction((tx) => note(tx.db, 1))).rejects.toThrow('This transaction has ended');
    expect(await test.notes()).toEqual([]);
  });

  it('refuses work that it started and did not wait for', async () => {
    let forgotten = Promise.resolve();
    await test.ctx.inTransaction(async (tx) => {
      forgotten = pause(20).then(() => note(tx.db, 1));
      forgotten.catch(() => undefined);
    });
    await expect(forgotten).rejects.toThrow('This transaction has ended');
    expect(await test.notes()).toEqual([]);
  });
});
