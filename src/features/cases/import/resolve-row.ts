import type { FieldProblem } from '../../../kernel/errors.ts';
import type { ChoiceKind } from '../../choices/choice.ts';
import { defaultOf, type SpaceConfiguration } from '../../spaces/space.ts';
import type { Case, CaseChanges } from '../case.ts';
import { choiceByName } from './choices-by-name.ts';
import type { ImportTarget } from './import-target.ts';
import type { PeopleByName } from './people-by-name.ts';
import { type Read, readDay, readId, readIds, readInstant, readText, readTexts } from './read-cells.ts';
import type { RowValues } from './row-values.ts';
import { htmlOfText } from './text-as-html.ts';

/** Where names are looked up. */
export interface Names {
  readonly configuration: SpaceConfiguration;
  readonly people: PeopleByName;
}

/** What a row asks for, in the terms of the verbs. */
export interface ResolvedRow {
  readonly changes: CaseChanges;
  /** Only of new cases. */
  readonly reporterId: number | undefined;
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
  /** What is wrong, by the columns of the file. */
  readonly problems: readonly FieldProblem[];
}

/** The row in the terms of the verbs, for a new case or for one that is there. */
export const resolveRow = (row: RowValues, names: Names, before: Case | undefined): ResolvedRow => {
  const reading = new RowReading(row, names, before);
  const changes = reading.changes();
  const isNew = before === undefined;
  return {
    changes,
    reporterId: isNew ? (reading.person('reporter', 'reporterId') ?? undefined) : undefined,
    createdAt: isNew ? reading.read('createdAt', readInstant) : undefined,
    updatedAt: isNew ? reading.read('updatedAt', readInstant) : undefined,
    problems: reading.problems,
  };
};

class RowReading {
  readonly problems: FieldProblem[] = [];
  readonly #row: RowValues;
  readonly #names: Names;
  readonly #before: Case | undefined;

  constructor(row: RowValues, names: Names, before: Case | undefined) {
    this.#row = row;
    this.#names = names;
    this.#before = before;
  }

  changes(): CaseChanges {
    const projectId = this.#choice('project', 'projectId');
    const place = projectId ?? this.#before?.projectId ?? defaultOf(this.#names.configuration.projects).id;
    const all: { [K in keyof CaseChanges]: CaseChanges[K] | undefined } = {
      title: this.read('title', readText),
      description: this.#description(),
      projectId: projectId ?? (this.#before === undefined ? place : undefined),
      sectionId: this.#optionalChoice('section', 'sectionId', place),
      milestoneId: this.#optionalChoice('milestone', 'milestoneId', place),
      statusId: this.#choice('status', 'statusId'),
      priorityId: this.#choice('priority', 'priorityId'),
      assigneeId: this.person('assignee', 'assigneeId'),
      dueOn: this.#row.cells.dueOn === null ? null : this.read('dueOn', readDay),
      tags: this.#list('tags', readTexts),
      recipientIds: this.#recipients(),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  /** What the cell says; undefined when it is empty, not there, or wrong. */
  read<T>(target: ImportTarget, as: (cell: unknown) => Read<T>): T | undefined {
    const cell = this.#row.cells[target];
    if (cell === undefined || cell === null) return undefined;
    return this.#taken(target, as(cell));
  }

  /** The ID of a person, null for nobody; undefined when the file does not say. The name counts before the ID. */
  person(name: ImportTarget, id: ImportTarget): number | null | undefined {
    if (name in this.#row.cells) {
      const text = this.read(name, readText);
      return text === undefined ? null : this.#taken(name, this.#personCalled(text));
    }
    return id in this.#row.cells ? (this.read(id, readId) ?? null) : undefined;
  }

  #taken<T>(target: ImportTarget, read: Read<T>): T | undefined {
    if ('value' in read) return read.value;
    this.problems.push({ field: this.#row.columnOf[target] ?? target, problem: read.problem });
    return undefined;
  }

  #personCalled(name: string): Read<number> {
    const found = this.#names.people.find(name);
    if (found === 'several') {
      return { problem: `must be one person: "${name.slice(0, 100)}" is several, who have user names of their own` };
    }
    if (found !== undefined) return { value: found.id };
    const space = this.#names.configuration.space.name;
    return { problem: `must be someone who can see the space "${space}": there is no "${name.slice(0, 100)}"` };
  }

  #choice(kind: ChoiceKind, id: ImportTarget, projectId = 0): number | undefined {
    const target = kind as ImportTarget;
    const name = this.read(target, readText);
    if (name === undefined) return target in this.#row.cells ? undefined : this.read(id, readId);
    const found = choiceByName(this.#names.configuration, { kind, name, projectId });
    return this.#taken(target, 'id' in found ? { value: found.id } : found);
  }

  /** The same for what a case need not have: an empty cell is none. */
  #optionalChoice(kind: ChoiceKind, id: ImportTarget, projectId: number): number | null | undefined {
    const { cells } = this.#row;
    const cell = kind in cells ? cells[kind as ImportTarget] : cells[id];
    return cell === null ? null : this.#choice(kind, id, projectId);
  }

  #description(): string | undefined {
    const { cells } = this.#row;
    if ('description' in cells) return cells.description === null ? '' : this.read('description', readText);
    if (!('descriptionText' in cells)) return undefined;
    return htmlOfText(this.read('descriptionText', readText) ?? '');
  }

  #list<T>(target: ImportTarget, as: (cell: unknown) => Read<T[]>): T[] | undefined {
    return this.#row.cells[target] === null ? [] : this.read(target, as);
  }

  #recipients(): number[] | undefined {
    if (!('recipients' in this.#row.cells)) return this.#list('recipientIds', readIds);
    const names = this.#list('recipients', readTexts);
    return names?.flatMap((name) => this.#taken('recipients', this.#personCalled(name)) ?? []);
  }
}
