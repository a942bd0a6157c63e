import { nearestName } from '../../../kernel/nearest-name.ts';
import { derivedColumns, type ImportTarget, importTargets, plainName, usualTarget } from './import-target.ts';

/** What the caller says columns are: a target, or null for what is not to be taken in. */
export type GivenMapping = Readonly<Record<string, ImportTarget | null>>;

/** How a column came to its target. */
export interface MappedColumn {
  readonly column: string;
  /** Null for what is not taken in. */
  readonly target: ImportTarget | null;
  /** For a column that nobody knows: the target that was probably meant. */
  readonly suggestion: string | null;
  readonly isKnown: boolean;
  /** Whether the caller said so. */
  readonly isGiven?: boolean;
}

/** How many columns the report of an import names. */
const MOST_REPORTED = 500;

const derived: ReadonlySet<string> = new Set(derivedColumns.map(plainName));

/** What each column of a file is taken for: what the caller says, or what its name usually means. */
export class ColumnMapping {
  readonly #given: ReadonlyMap<string, ImportTarget | null>;
  readonly #byName = new Map<string, MappedColumn>();
  /** Each target is taken from one column: the first that usually means it. */
  readonly #takenFrom = new Map<ImportTarget, string>();
  readonly #ofList = new WeakMap<readonly string[], readonly (ImportTarget | null)[]>();

  constructor(given: GivenMapping) {
    this.#given = new Map(Object.entries(given));
    for (const [column, target] of this.#given) if (target !== null) this.#takenFrom.set(target, column);
  }

  /** The targets of the columns, in their order. */
  targetsOf(columns: readonly string[]): readonly (ImportTarget | null)[] {
    const known = this.#ofList.get(columns);
    if (known !== undefined) return known;
    const targets = columns.map((column) => this.#mapped(column).target);
    this.#ofList.set(columns, targets);
    return targets;
  }

  /** All columns that came up. */
  get columns(): readonly MappedColumn[] {
    return [...this.#byName.values()].filter(({ column }) => column !== '').slice(0, MOST_REPORTED);
  }

  /** How many columns came up, as far as they are told: as long as it is the same, so are they. */
  get columnCount(): number {
    return this.#byName.size;
  }

  /** The names that the caller gave and that did not come up. */
  get missing(): readonly string[] {
    return [...this.#given.keys()].filter((column) => !this.#byName.has(column));
  }

  #mapped(column: string): MappedColumn {
    const known = this.#byName.get(column);
    if (known !== undefined) return known;
    const mapped = this.#map(column);
    if (this.#byName.size < MOST_REPORTED) this.#byName.set(column, mapped);
    return mapped;
  }

  #map(column: string): MappedColumn {
    const given = this.#given.get(column);
    if (given !== undefined) return { column, target: given, suggestion: null, isKnown: true, isGiven: true };
    const name = plainName(column);
    const usual = usualTarget.get(name);
    if (usual === undefined) {
      const isKnown = derived.has(name);
      return { column, target: null, suggestion: isKnown ? null : this.#suggestionFor(name), isKnown };
    }
    const from = this.#takenFrom.get(usual) ?? column;
    this.#takenFrom.set(usual, from);
    return { column, target: from === column ? usual : null, suggestion: null, isKnown: true };
  }

  /** Nothing for what is not told: to compare takes its time, and each line of JSON can have names of its own. */
  #suggestionFor(name: string): string | null {
    return this.#byName.size < MOST_REPORTED ? suggestionFor(name) : null;
  }
}

const suggestionFor = (name: string): ImportTarget | null => {
  const nearest = nearestName(name, usualTarget.keys());
  return nearest === null ? null : (usualTarget.get(nearest) ?? null);
};

/** The property that was probably meant by a name that is none; null when none is near. */
export const nearestTarget = (name: string): ImportTarget | null => suggestionFor(plainName(name));

/** Reads "Their column=title"; with nothing behind the sign the column is not taken in. Undefined when it is neither. */
export const readGiven = (text: string): readonly [string, ImportTarget | null] | undefined => {
  const sign = text.lastIndexOf('=');
  const target = text.slice(sign + 1).trim();
  if (sign < 1) return undefined;
  const known = importTargets.find((each) => each === target);
  return known === undefined && target !== '' ? undefined : [text.slice(0, sign).trim(), known ?? null];
};
