import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { statusColors } from '../../kernel/status-color.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { OptionalTimestamp, optionalTimestamp, readTimestamp } from '../../platform/http/api/instants.ts';
import type { ChoicePatch } from './change-choice.ts';
import { type ChoiceKind, kinds, MAX_NAME_LENGTH } from './choice.ts';
import type { ChoiceInPlace } from './choice-in-place.ts';

/** The shapes of one kind. */
interface KindShapes {
  /** As it is answered. */
  readonly Item: TObject;
  readonly New: TObject;
  readonly Patch: TObject;
}

const nameProperty = (example: string) =>
  Type.String({
    minLength: 1,
    description: `One line of plain text, at most ${MAX_NAME_LENGTH} characters.`,
    examples: [example],
  });

const archived = Type.Boolean({
  description: 'Out of use: cases that have it keep it, and it cannot be chosen anew.',
});
const position = Type.Integer({
  minimum: 1,
  description: 'The place in the order in which people see it, from 1; the archived ones count.',
});
const isDefault = Type.Boolean({
  description: 'Whether new cases get it unless they name another. Setting it takes it from the one that had it.',
});
const ofSpace = { spaceId: Id('The space it belongs to.') };
const ofProject = { ...ofSpace, projectId: Id('The project it belongs to.') };

/** What people change, beside the name. */
const common = { position, archived };
const required = { ...common, isDefault };
const statusOnly = {
  isClosed: Type.Boolean({ description: 'Whether the work on a case with it has ended.' }),
  cssClass: Type.String({
    minLength: 1,
    description: 'How it looks: the CSS class by which clients colour it. Small letters, digits, _ and -.',
  }),
  color: Type.Union([Type.Enum([...statusColors]), Type.Null()], {
    description: 'The colour in which it is shown; null for the one that follows from whether it is closed.',
  }),
};
const DUE = 'When it is due; null for no due date. Milestones are due on days: only the day in UTC counts.';
const milestoneOnly = {
  dueAt: OptionalTimestamp(DUE),
  isCompleted: Type.Boolean({ description: 'Whether it is reached. Cases can still be planned for it.' }),
};

/** The day first: that is what a refusal speaks of. */
const settableDueAt = Type.Union([Type.String({ format: 'date' }), Type.String({ format: 'date-time' }), Type.Null()], {
  description: `${DUE} Takes a day, or a time of that day.`,
  examples: ['2027-03-19'],
});

const Progress = Type.Object(
  {
    total: Type.Integer({
      minimum: 0,
      description: 'How many cases are planned for it; those in the bin do not count.',
    }),
    closed: Type.Integer({ minimum: 0, description: 'How many of them have a closed status.' }),
    percent: Type.Integer({ minimum: 0, maximum: 100, description: 'A whole number that is 100 only when all are.' }),
  },
  { $id: 'Progress', additionalProperties: false },
);

interface KindProperties {
  readonly title: string;
  /** What one is called. */
  readonly example: string;
  /** The body of a new one, and of a change. */
  readonly bodies: { readonly New: object; readonly Patch: object };
  /** Where it is. */
  readonly place: TProperties;
  readonly changeable: TProperties;
  /** What bodies may say in more ways than answers do. */
  readonly taken?: TProperties;
  /** What follows from other things. */
  readonly computed?: TProperties;
}

const shapesOf = (kind: ChoiceKind, properties: KindProperties): KindShapes => {
  const { title, example, bodies, place, changeable, taken = {}, computed = {} } = properties;
  const name = { [kinds[kind].nameField]: nameProperty(example) };
  const optional = Type.Partial(Type.Object({ ...changeable, ...taken })).properties;
  return {
    Item: Type.Object(
      { id: Id(`The ID of the ${kind}.`), ...place, ...name, ...changeable, ...computed },
      { $id: title, additionalProperties: false },
    ),
    New: Type.Object(
      { ...name, ...optional },
      { $id: `New${title}`, examples: [bodies.New], additionalProperties: false },
    ),
    Patch: Type.Object(
      { ...Type.Partial(Type.Object(name)).properties, ...optional },
      { $id: `${title}Patch`, examples: [bodies.Patch], additionalProperties: false, minProperties: 1 },
    ),
  };
};

/** What the new API says and takes of each kind. */
export const shapes: Readonly<Record<ChoiceKind, KindShapes>> = {
  project: shapesOf('project', {
    title: 'Project',
    example: 'Web Shop',
    bodies: { New: { title: 'Loyalty Programme' }, Patch: { title: 'Online Shop' } },
    place: ofSpace,
    changeable: required,
  }),
  section: shapesOf('section', {
    title: 'Section',
    example: 'Storefront',
    bodies: { New: { name: 'Gift Cards', position: 1 }, Patch: { name: 'Shop Window' } },
    place: ofProject,
    changeable: common,
  }),
  milestone: shapesOf('milestone', {
    title: 'Milestone',
    example: 'Winter release',
    bodies: { New: { title: 'Spring release', dueAt: '2027-03-19' }, Patch: { isCompleted: true } },
    place: ofProject,
    changeable: { ...common, ...milestoneOnly },
    taken: { dueAt: settableDueAt },
    computed: { completedAt: OptionalTimestamp('When it was reached; null as long as it is not.'), progress: Progress },
  }),
  status: shapesOf('status', {
    title: 'Status',
    example: 'In Progress',
    bodies: { New: { name: 'Waiting for the supplier', isClosed: false }, Patch: { name: 'Waiting' } },
    place: ofSpace,
    changeable: { ...required, ...statusOnly },
  }),
  priority: shapesOf('priority', {
    title: 'Priority',
    example: 'High',
    bodies: { New: { name: 'Critical', position: 1 }, Patch: { name: 'Whenever' } },
    place: ofSpace,
    changeable: required,
  }),
};

/** The choice with the properties of its kind. */
export const presentChoice = (kind: ChoiceKind, found: ChoiceInPlace): Record<string, unknown> => {
  const { name, dueAt = null, completedAt = null, ...own } = found;
  const instants = { dueAt: optionalTimestamp(dueAt), completedAt: optionalTimestamp(completedAt) };
  const all = { ...own, ...instants, isCompleted: completedAt !== null, [kinds[kind].nameField]: name };
  const shown = Object.keys(shapes[kind].Item.properties) as (keyof typeof all)[];
  return Object.fromEntries(shown.map((property) => [property, all[property]]));
};

/** What a body of any kind has, as its schema has checked it. */
interface Body extends Omit<ChoicePatch, 'name' | 'dueAt'> {
  readonly name?: string;
  readonly title?: string;
  readonly dueAt?: string | null;
}

/** The changes that a body asks for; a day begins at midnight in UTC. Throws FIELDS_INVALID. */
export const readChanges = (body: unknown): ChoicePatch => {
  const { name, title = name, dueAt, ...changes } = body as Body;
  return {
    ...changes,
    ...(title === undefined ? {} : { name: title }),
    ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : readTimestamp('dueAt', dueAt) }),
  };
};

/** The properties of a new one. Throws FIELDS_INVALID. */
export const readNew = (body: unknown): ChoicePatch & { readonly name: string } => ({ name: '', ...readChanges(body) });

/** The body of a merge. */
export const Merge = Type.Object(
  { intoId: Id('The one that stays, of the same space or project: the cases get it instead.') },
  { $id: 'Merge', examples: [{ intoId: 1 }], additionalProperties: false },
);

/** What a merge has done. */
export const Merged = Type.Object(
  { changedCaseCount: Type.Integer({ minimum: 0, description: 'How many cases were changed.' }) },
  { $id: 'Merged', additionalProperties: false },
);
export type Merged = Static<typeof Merged>;
