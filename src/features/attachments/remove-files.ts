import type { Context } from '../../platform/context.ts';

/** Removes bytes that nothing refers to any more, after the commit. What this leaves behind, the sweep finds. */
export const removeFiles = (tx: Context, { keys }: { readonly keys: readonly string[] }): void =>
  tx.afterCommit(async () => {
    for (const key of keys) await tx.platform.files.remove(key);
  });
