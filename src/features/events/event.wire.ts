import { Type } from 'typebox';
import { invalidField } from '../../kernel/errors.ts';
import { Timestamp } from '../../platform/http/api/instants.ts';
import { eventCatalogue } from './event-catalogue.wire.ts';
import type { EventFilter } from './event-filter.ts';
import { typeProblem } from './event-types.ts';

/** How many events a page has unless told, and at the most. */
const USUAL_LIMIT = 100;
const MAX_LIMIT = 1_000;

/** How many spaces or types a filter may name. */
const MAX_NAMES = 100;

/** An ID, or null for nothing. */
export const optionalId = (description: string) =>
  Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description });

/** Who did it, as every event has it. */
export const actor = Type.Object(
  {
    userId: optionalId('Who did it; null for the operator of the machine and for the program itself.'),
    keyId: optionalId('With which API key; null for none.'),
    door: Type.String({ description: 'How it came in, for example v1.' }),
  },
  { description: 'Who did it.' },
);

const variants = Object.entries(eventCatalogue).map(([type, { about, payload }]) =>
  Type.Object(
    {
      id: Type.Integer({ minimum: 1, description: 'The number of the event; the same wherever it is told.' }),
      type: Type.Literal(type),
      at: Timestamp('When it happened.'),
      spaceId: optionalId('The space in which it happened; null for none.'),
      caseId: optionalId('The case it is about; null for none.'),
      actor,
      payload,
    },
    { description: about },
  ),
);

/** Something that happened. */
export const Event = Type.Union(variants, {
  $id: 'Event',
  description: 'Something that happened. New types may come: pass over those that you do not know.',
});

/** A page of the log; unlike other lists it always has a place to go on from. */
export const EventPage = Type.Object(
  {
    items: Type.Array(Event),
    next: Type.String({
      description: 'The cursor to go on from, now or later: what comes then is what is missing here.',
    }),
    hasMore: Type.Boolean({
      description:
        'Whether there is more of the log to look through. A page may have few events, or none, and still have more behind it.',
    }),
  },
  { $id: 'EventPage', additionalProperties: false },
);

/** Which events are told. */
const filterQuery = {
  space: Type.Optional(Type.String({ description: 'Only what happened in these spaces: their IDs, with commas.' })),
  type: Type.Optional(
    Type.String({
      description: 'Only events of these types, with commas: `case.updated`, or `case.*` for all of cases.',
    }),
  ),
};

/** Where to begin. */
const afterQuery = {
  after: Type.Optional(
    Type.String({
      description:
        'A cursor: what happened after it. `now` for the end of the log; without it, the beginning of the log.',
    }),
  ),
};

export const feedQuery = Type.Object(
  {
    ...afterQuery,
    limit: Type.Integer({
      minimum: 1,
      maximum: MAX_LIMIT,
      default: USUAL_LIMIT,
      description: 'How many events at the most.',
    }),
    ...filterQuery,
  },
  { additionalProperties: false },
);

/** The stream begins now unless told. */
export const streamQuery = Type.Object(
  {
    after: Type.Optional(
      Type.String({ description: 'A cursor to begin after, when there is no `Last-Event-ID`; `now` unless told.' }),
    ),
    viewers: Type.Optional(
      Type.Boolean({
        description:
          'Also tells when others begin or cease to look at a case that one is looking at: `viewers.changed`, a message beside the log, without an ID.',
      }),
    ),
    ...filterQuery,
  },
  { additionalProperties: false },
);

interface FilterQuery {
  readonly space?: string | undefined;
  readonly type?: string | undefined;
}

/** Reads `space` and `type`. Throws FIELDS_INVALID. */
export const readFilter = ({ space, type }: FilterQuery): EventFilter => ({
  spaceIds: space === undefined ? undefined : names('space', space).map(spaceId),
  types: type === undefined ? undefined : names('type', type).map(knownType),
});

const names = (parameter: string, list: string): string[] => {
  const all = [...new Set(list.split(',').map((name) => name.trim()))];
  if (all.length <= MAX_NAMES) return all;
  throw invalidField(parameter, `must have at most ${MAX_NAMES} entries`);
};

const spaceId = (text: string): number => {
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  throw invalidField('space', `must be IDs of spaces, with commas: "${text.slice(0, 50)}" is none`);
};

const knownType = (type: string): string => {
  const problem = typeProblem(type);
  if (problem === undefined) return type;
  throw invalidField('type', problem);
};
