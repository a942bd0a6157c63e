import type { Context } from './context.ts';

/** Ends a transaction without a trace and carries out what its work answered. */
class Rehearsed<T> extends Error {
  readonly answer: T;

  constructor(answer: T) {
    super('A rehearsal ends by taking everything back.');
    this.answer = answer;
  }
}

/** Does the work with all its checks, answers what it answers, and takes everything back that it wrote. */
export const rehearse = async <T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> => {
  try {
    await ctx.inTransaction(async (tx) => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer as T;
    throw error;
  }
  throw new Error('A rehearsal must not commit.');
};
