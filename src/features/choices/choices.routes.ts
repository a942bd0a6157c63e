import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { wholeList } from '../../platform/http/api/page.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { writingInSteps } from '../../platform/http/api/writing-in-steps.ts';
import { resource } from '../../platform/http/resource.ts';
import { addChoice } from './add-choice.ts';
import { changeChoice } from './change-choice.ts';
import { type ChoiceKind, choiceKinds, isRequiredKind, kinds, type RequiredKind } from './choice.ts';
import { Merge, Merged, presentChoice, readChanges, readNew, shapes } from './choice.wire.ts';
import { deleteChoice } from './delete-choice.ts';
import { getChoice } from './get-choice.ts';
import { listChoices } from './list-choices.ts';
import { listVisibleChoices } from './list-visible-choices.ts';
import { mergeChoice, rehearseMerge } from './merge-choice.ts';

/** Projects, sections, milestones, statuses and priorities in the new API: one pattern for all of them. */
export const choicesRoutes = (app: FastifyInstance): void => {
  for (const kind of choiceKinds) {
    collection(app, kind);
    if (isRequiredKind(kind)) everywhere(app, kind);
    single(app, kind);
    merging(app, kind);
  }
};

const titleCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What is said of a kind in the documentation and in addresses. */
const vocabulary = (kind: ChoiceKind) => {
  const { plural, property, isRequired } = kinds[kind];
  const ofKind = { tag: titleCase(plural), name: titleCase(kind), plural, property };
  return isRequired
    ? ({ ...ofKind, place: 'space', placeProperty: 'spaceId', placeMissing: 'SPACE_NOT_FOUND' } as const)
    : ({ ...ofKind, place: 'project', placeProperty: 'projectId', placeMissing: 'PROJECT_NOT_FOUND' } as const);
};

/** An address with one ID in it. */
const addressOf = (property: string, noun: string) => ({
  params: Type.Object({ [property]: Id(`The ID of the ${noun}.`) }),
  idIn: (params: unknown): number => (params as Readonly<Record<string, number>>)[property] ?? 0,
});

const collection = (app: FastifyInstance, kind: ChoiceKind): void => {
  const { tag, name, plural, place, placeProperty, placeMissing } = vocabulary(kind);
  const { Item, New } = shapes[kind];
  const { params, idIn } = addressOf(placeProperty, place);
  resource(app, `/${place}s/:${placeProperty}/${plural}`, {
    GET: reading({
      id: `list${tag}`,
      ...{ tag, summary: `List the ${plural} of a ${place}`, params, answer: wholeList(Item) },
      description: 'All of them, the archived ones too, in the order in which people see them.',
      refusals: [placeMissing],
      handler: async ({ ctx, params }) => {
        const found = await listChoices(ctx, { kind, placeId: idIn(params) });
        return { items: found.map((each) => presentChoice(kind, each)), next: null };
      },
    }),
    POST: writing({
      id: `create${name}`,
      ...{ tag, summary: `Add a ${kind} to a ${place}`, params, body: New, answer: Item, status: 201 },
      refusals: [placeMissing, 'RIGHT_MISSING', 'CONFIGURATION_CONFLICT'],
      handler: async ({ ctx, params, body, headers }) => {
        const id = await addChoice(ctx, { kind, placeId: idIn(params), properties: readNew(body) });
        headers['location'] = `/api/v1/${plural}/${id}`;
        return presentChoice(kind, await getChoice(ctx, { kind, id }));
      },
    }),
  });
};

/** What every space has is also there for all spaces at once. */
const everywhere = (app: FastifyInstance, kind: RequiredKind): void => {
  const { tag, plural } = vocabulary(kind);
  resource(app, `/${plural}`, {
    GET: reading({
      id: `listAll${tag}`,
      ...{ tag, summary: `List the ${plural} of all spaces`, answer: wholeList(shapes[kind].Item) },
      description: `Those of all spaces that you see, archived ones too: space by space, in the order in which people see
them there.`,
      handler: async ({ ctx }) => {
        const found = await listVisibleChoices(ctx, { kind });
        return { items: found.map((each) => presentChoice(kind, each)), next: null };
      },
    }),
  });
};

const single = (app: FastifyInstance, kind: ChoiceKind): void => {
  const { tag, name, plural, property } = vocabulary(kind);
  const { notFound } = kinds[kind];
  const { Item, Patch } = shapes[kind];
  const { params, idIn } = addressOf(property, kind);
  resource(app, `/${plural}/:${property}`, {
    GET: reading({
      id: `get${name}`,
      ...{ tag, summary: `Read a ${kind}`, params, answer: Item, refusals: [notFound] },
      handler: async ({ ctx, params }) => presentChoice(kind, await getChoice(ctx, { kind, id: idIn(params) })),
    }),
    PATCH: writing({
      id: `update${name}`,
      ...{ tag, summary: `Change properties of a ${kind}`, params, body: Patch, answer: Item },
      description: 'A merge patch (RFC 7396): properties that are not named stay as they are; all change or none.',
      refusals: [notFound, 'RIGHT_MISSING', 'CONFIGURATION_CONFLICT'],
      handler: async ({ ctx, params, body }) => {
        const id = idIn(params);
        await changeChoice(ctx, { kind, id, changes: readChanges(body) });
        return presentChoice(kind, await getChoice(ctx, { kind, id }));
      },
    }),
    DELETE: writing({
      id: `delete${name}`,
      ...{ tag, summary: `Delete a ${kind} that no case has`, params },
      description: `A ${kind} that cases have, also in the bin, is refused with their number in \`caseCount\` and
\`binnedCaseCount\`: archive it, or merge it into another one.`,
      refusals: [notFound, 'RIGHT_MISSING', 'IN_USE', 'CONFIGURATION_CONFLICT'],
      handler: async ({ ctx, params }) => deleteChoice(ctx, { kind, id: idIn(params) }),
    }),
  });
};

const merging = (app: FastifyInstance, kind: ChoiceKind): void => {
  const { tag, name, plural, property, place } = vocabulary(kind);
  const { params, idIn } = addressOf(property, kind);
  resource(app, `/${plural}/:${property}/merge`, {
    POST: writingInSteps({
      id: `merge${name}`,
      ...{ tag, summary: `Merge a ${kind} into another one`, params, body: Merge, answer: Merged },
      description: `All cases that have the ${kind}, those in the bin too, get another one of the same ${place}, each with
history and event; then the ${kind} is deleted. Cut off in the middle, it is archived, and the merge can be repeated.`,
      refusals: [kinds[kind].notFound, 'RIGHT_MISSING', 'SPACE_ARCHIVED', 'IN_USE', 'CONFIGURATION_CONFLICT'],
      rehearsal: async ({ ctx, params, body: { intoId } }) => ({
        changedCaseCount: await rehearseMerge(ctx, { kind, id: idIn(params), intoId }),
      }),
      handler: async ({ ctx, params, body: { intoId } }, conclude) => {
        const merge = { kind, id: idIn(params), intoId };
        const changedCaseCount = await mergeChoice(ctx, {
          ...merge,
          conclude: (tx, changed) => conclude(tx, { changedCaseCount: changed }),
        });
        return { changedCaseCount };
      },
    }),
  });
};
