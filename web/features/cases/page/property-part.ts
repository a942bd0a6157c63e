import type { FullCase } from '../cases.queries.ts';
import type { Right } from '../change/rights-on-case.ts';
import type { CaseChangeRequest } from '../change/use-change-case.ts';

/** What each part of the properties shows and changes. */
export interface PropertyPart {
  readonly case: FullCase;
  readonly rights: ReadonlySet<Right>;
  readonly onChange: (change: CaseChangeRequest) => void;
}
