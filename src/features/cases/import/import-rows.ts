import { DomainError, refuseInvalidFields } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { waitForTurn } from '../../../platform/database/exclusive.ts';
import type { Case } from '../case.ts';
import { requireCanUpdate, requireSpace, requireVisible } from '../case-access.ts';
import { lockCases } from '../cases.store.ts';
import { carryOutCreations, type PlannedCase, planCase } from '../create-case.ts';
import { insertExternalIds, selectCaseIdsByExternalId } from '../external-ids.store.ts';
import { refusalIn } from '../kept-refusal.ts';
import { selectCasesWithIds } from '../list/list-cases.store.ts';
import { normalizeChanges } from '../normalize-changes.ts';
import { carryOutAll, planUpdate, type UpdatePlan } from '../plan-update.ts';
import type { RowOutcome, RowRefusal } from './import.ts';
import { type ImportTarget, propertyOfTarget } from './import-target.ts';
import { peopleByName } from './people-by-name.ts';
import { readExternalId, readId } from './read-cells.ts';
import { type Names, resolveRow } from './resolve-row.ts';
import type { RowValues } from './row-values.ts';

interface ImportRows {
  readonly spaceId: number;
  readonly rows: readonly RowValues[];
  /** Who reports cases of which the file does not say it; whoever acts unless told. */
  readonly reporterId?: number | undefined;
  /** Checks and counts, and writes nothing. */
  readonly isDryRun: boolean;
  /** External IDs that earlier rows of a dry run would have taken; this adds those of its own. */
  readonly taken?: Set<string>;
}

/** A row that is to become a case, or to change one. */
type Plan =
  | { readonly line: number; readonly externalId: string | undefined; readonly create: PlannedCase }
  | { readonly line: number; readonly update: UpdatePlan };

/**
 * Creates and changes cases as rows of a file say, as `createCase` and `updateCase` would, in this transaction, and
 * answers what became of each row. A row that is refused leaves nothing behind. Throws FIELDS_INVALID when whoever acts
 * does not see the space.
 */
export const importRows = async (tx: Context, request: ImportRows): Promise<RowOutcome[]> => {
  const outcomes: RowOutcome[] = [];
  // Imports into one space take turns, so that none of them creates what another one has just created.
  if (!request.isDryRun) await waitForTurn(tx.db, `import into space ${request.spaceId}`);
  for (const rows of withDistinctCases(request.rows, await casesNamed(tx, request))) {
    outcomes.push(...(await new Portion(tx, request).perform(rows)));
  }
  return outcomes;
};

/** Rows about the same case have to see what those before them did, however each of them spells it. */
const withDistinctCases = (rows: readonly RowValues[], known: ReadonlyMap<string, number>): RowValues[][] => {
  const runs: RowValues[][] = [[]];
  let seen = new Set<number | string>();
  for (const row of rows) {
    const key = caseNamed(row, known);
    if (key !== undefined && seen.has(key)) {
      runs.push([]);
      seen = new Set();
    }
    if (key !== undefined) seen.add(key);
    runs.at(-1)?.push(row);
  }
  return runs;
};

/** The case that a row is about, as `#plan` finds it; the external ID of one that is not there yet. */
const caseNamed = ({ cells }: RowValues, known: ReadonlyMap<string, number>): number | string | undefined => {
  const [id] = readable(readId, cells.id);
  const [externalId] = readable(readExternalId, cells.externalId);
  return id ?? (externalId === undefined ? undefined : (known.get(externalId) ?? externalId));
};

/** The cases that rows name by their external ID; only asked for where others may name the same ones by number. */
const casesNamed = async (tx: Context, { spaceId, rows }: ImportRows): Promise<ReadonlyMap<string, number>> => {
  if (rows.every(({ cells }) => cells.id === undefined || cells.id === null)) return new Map();
  const externalIds = rows.flatMap(({ cells }) => readable(readExternalId, cells.externalId));
  return selectCaseIdsByExternalId(tx.db, { spaceId, externalIds });
};

class Portion {
  readonly #tx: Context;
  readonly #request: ImportRows;
  readonly #outcomes = new Map<number, RowOutcome>();
  readonly #plans: Plan[] = [];

  constructor(tx: Context, request: ImportRows) {
    this.#tx = tx;
    this.#request = request;
  }

  async perform(rows: readonly RowValues[]): Promise<RowOutcome[]> {
    const { configuration } = await requireSpace(this.#tx, this.#request.spaceId);
    const names = { configuration, people: await peopleByName(this.#tx, configuration) };
    const known = await this.#knownCases(rows);
    for (const row of rows) {
      try {
        await this.#plan(row, names, known);
      } catch (error) {
        this.#outcomes.set(row.line, { line: row.line, outcome: 'refused', refusal: refusalOf(error, row) });
      }
    }
    if (!this.#request.isDryRun) await this.#carryOut();
    return rows.flatMap(({ line }) => this.#outcomes.get(line) ?? []);
  }

  /** The cases that the rows are about, by external ID and by number. */
  async #knownCases(rows: readonly RowValues[]): Promise<KnownCases> {
    const externalIds = rows.flatMap(({ cells }) => readable(readExternalId, cells.externalId));
    const { spaceId, isDryRun } = this.#request;
    const byExternalId = await selectCaseIdsByExternalId(this.#tx.db, { spaceId, externalIds });
    const named = rows.flatMap(({ cells }) => readable(readId, cells.id));
    const ids = [...new Set([...byExternalId.values(), ...named])].sort((one, other) => one - other);
    if (ids.length === 0) return { byExternalId, cases: new Map() };
    if (!isDryRun) await lockCases(this.#tx.db, ids);
    const cases = await selectCasesWithIds(this.#tx.db, ids);
    return { byExternalId, cases: new Map(cases.map((each) => [each.id, each])) };
  }

  async #plan(row: RowValues, names: Names, known: KnownCases): Promise<void> {
    if (row.problem !== undefined) refuseInvalidFields([{ field: 'row', problem: row.problem }]);
    const externalId = requireRead(row, 'externalId', readExternalId);
    const caseId = requireRead(row, 'id', readId) ?? known.byExternalId.get(externalId ?? '');
    if (caseId !== undefined) await this.#planUpdate(row, names, { caseId, found: known.cases.get(caseId) });
    else if (externalId !== undefined && this.#request.taken?.has(externalId) === true) this.#note(row, 'unchanged');
    else await this.#planCreation(row, names, externalId);
  }

  async #planUpdate(row: RowValues, names: Names, { caseId, found }: { caseId: number; found: Case | undefined }) {
    const visible = await requireVisible(this.#tx, caseId, found);
    requireHere(visible.found, this.#request.spaceId);
    const { changes, problems } = resolveRow(row, names, visible.found);
    refuseInvalidFields(problems);
    requireCanUpdate(this.#tx, visible);
    const update = await planUpdate(this.#tx, { visible, changes: normalizeChanges(changes) });
    const isChanged = update.differences.length > 0;
    if (isChanged) this.#plans.push({ line: row.line, update });
    this.#note(row, isChanged ? 'changed' : 'unchanged');
  }

  async #planCreation(row: RowValues, names: Names, externalId: string | undefined): Promise<void> {
    const { spaceId, taken } = this.#request;
    const { changes, problems, reporterId = this.#request.reporterId, ...times } = resolveRow(row, names, undefined);
    refuseInvalidFields(problems);
    const properties = normalizeChanges({ ...changes, spaceId, ...(reporterId === undefined ? {} : { reporterId }) });
    const create = await planCase(this.#tx, { properties, ...present(times) });
    this.#plans.push({ line: row.line, externalId, create });
    if (externalId !== undefined) taken?.add(externalId);
    this.#note(row, 'created');
  }

  #note({ line }: RowValues, outcome: RowOutcome['outcome']): void {
    this.#outcomes.set(line, { line, outcome });
  }

  async #carryOut(): Promise<void> {
    const creations = this.#plans.filter((plan) => 'create' in plan);
    const caseIds = await carryOutCreations(
      this.#tx,
      creations.map(({ create }) => create),
    );
    const { spaceId } = this.#request;
    await insertExternalIds(
      this.#tx.db,
      creations.flatMap(({ externalId }, index) =>
        externalId === undefined ? [] : [{ spaceId, externalId, caseId: caseIds[index] ?? 0 }],
      ),
    );
    await carryOutAll(
      this.#tx,
      this.#plans.flatMap((plan) => ('update' in plan ? [plan.update] : [])),
    );
  }
}

interface KnownCases {
  readonly byExternalId: ReadonlyMap<string, number>;
  readonly cases: ReadonlyMap<number, Case>;
}

/** A case that went elsewhere is not changed by names that mean something here. */
const requireHere = ({ id, spaceId }: Case, importedInto: number): void => {
  if (spaceId === importedInto) return;
  throw new DomainError('FIELDS_INVALID', { message: `Case ${id} is in another space.` });
};

const present = ({ createdAt, updatedAt }: { createdAt: number | undefined; updatedAt: number | undefined }) => ({
  ...(createdAt === undefined ? {} : { createdAt }),
  ...(updatedAt === undefined ? {} : { updatedAt }),
});

type ReadCell<T> = (cell: unknown) => { readonly value: T } | { readonly problem: string };

const readable = <T>(read: ReadCell<T>, cell: unknown): T[] => {
  const found = cell === undefined || cell === null ? undefined : read(cell);
  return found !== undefined && 'value' in found ? [found.value] : [];
};

const requireRead = <T>(row: RowValues, target: ImportTarget, read: ReadCell<T>): T | undefined => {
  const cell = row.cells[target];
  if (cell === undefined || cell === null) return undefined;
  const found = read(cell);
  if ('problem' in found) refuseInvalidFields([{ field: row.columnOf[target] ?? target, problem: found.problem }]);
  return readable(read, cell)[0];
};

/** The refusal with the names of the file's columns; everything else that is thrown is thrown on. */
const refusalOf = (error: unknown, row: RowValues): RowRefusal => {
  const { fields, ...refusal } = refusalIn(error);
  const columns = new Map(
    Object.entries(row.columnOf).map(([target, column]) => [propertyOfTarget[target as ImportTarget], column]),
  );
  const renamed = fields.map(({ field, problem }) => ({
    field: columns.get(field as 'title') ?? field,
    problem,
  }));
  return { ...refusal, fields: renamed };
};
