import type { Context } from '../../platform/context.ts';
import type { Case, CaseProperties, ConfiguredProperty } from './case.ts';
import { selectReferringCaseIds } from './reassign-cases.store.ts';
import { rewriteCases } from './rewrite-cases.ts';

interface ReassignCases {
  /** The cases to change: those whose property refers to this, the ones in the bin too. */
  readonly property: ConfiguredProperty;
  readonly id: number;
  /** Throws when the changes are not allowed, or not any more; asked in every transaction. */
  readonly require: (tx: Context) => Promise<void>;
  /** What a case gets instead; undefined leaves it as it is. */
  readonly instead: (found: Case) => Partial<CaseProperties> | undefined;
}

/** Gives all cases that refer to something another reference, as `rewriteCases` does; answers how many it changed. */
export const reassignCases = (ctx: Context, { property, id, require, instead }: ReassignCases): Promise<number> =>
  rewriteCases(ctx, {
    require,
    select: (tx, batch) => selectReferringCaseIds(tx.db, { property, id, ...batch }),
    change: (found) => (found[property] === id ? instead(found) : undefined),
  });
