import { type Choice, type ChoiceKind, isSameName, kinds } from '../../features/choices/choice.ts';
import { listSpaces } from '../../features/spaces/list-spaces.ts';
import type { Space, SpaceConfiguration } from '../../features/spaces/space.ts';
import { getConfiguration } from '../../features/spaces/space-configuration.ts';
import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';

/** How many possibilities a refusal names at the most. */
const MAX_NAMED = 20;

/** Where to look for something that is named on the command line. */
export interface Place {
  readonly space?: string;
  readonly project?: string;
}

/** A choice with where it is. */
export interface PlacedChoice extends Choice {
  readonly configuration: SpaceConfiguration;
}

/** The space with this ID or name. Throws SPACE_NOT_FOUND, which says what there is. */
export const spaceCalled = async (ctx: Context, text: string): Promise<Space> =>
  called(await listSpaces(ctx), text, { noun: 'space', missing: 'SPACE_NOT_FOUND', placeOf: () => '' });

/** All choices of a kind in a place, or everywhere. */
export const choicesIn = async (ctx: Context, kind: ChoiceKind, place: Place): Promise<PlacedChoice[]> => {
  const spaces = place.space === undefined ? await listSpaces(ctx) : [await spaceCalled(ctx, place.space)];
  const project = place.project === undefined ? undefined : await choiceCalled(ctx, 'project', place.project, place);
  const all: PlacedChoice[] = [];
  for (const { id } of spaces) {
    const configuration = await getConfiguration(ctx, id);
    all.push(...kinds[kind].all(configuration).map((choice) => ({ ...choice, configuration })));
  }
  return project === undefined ? all : all.filter(({ projectId }) => projectId === project.id);
};

/** The choice with this ID or name. Throws STATUS_NOT_FOUND and the like, which say what there is; FIELDS_INVALID. */
export const choiceCalled = async (
  ctx: Context,
  kind: ChoiceKind,
  text: string,
  { project, ...place }: Place,
): Promise<PlacedChoice> => {
  const inProject = kind === 'project' || project === undefined ? {} : { project };
  return called(await choicesIn(ctx, kind, { ...place, ...inProject }), text, {
    noun: kind,
    missing: kinds[kind].notFound,
    placeOf: (choice) => ` in ${placeName(choice)}`,
  });
};

/** Where a choice is, for people. */
export const placeName = ({ configuration, projectId }: PlacedChoice): string => {
  const project = configuration.projects.get(projectId ?? 0)?.title;
  return project === undefined ? configuration.space.name : `${configuration.space.name} / ${project}`;
};

interface Called<T> {
  readonly noun: string;
  readonly missing: ErrorCode;
  readonly placeOf: (one: T) => string;
}

const called = <T extends { readonly id: number; readonly name: string }>(
  all: readonly T[],
  text: string,
  { noun, missing, placeOf }: Called<T>,
): T => {
  const byId = /^\d+$/u.test(text) ? all.find(({ id }) => id === Number(text)) : undefined;
  const byName = all.filter(({ name }) => isSameName(name, text));
  const found = byId ?? (byName.length === 1 ? byName[0] : undefined);
  if (found !== undefined) return found;
  if (byName.length > 1) {
    const message = `"${text}" is the name of several: say which one by its ID.\n${lines(byName, placeOf)}`;
    throw new DomainError('FIELDS_INVALID', { message });
  }
  const there = all.length === 0 ? 'There is none at all.' : `There are:\n${lines(all, placeOf)}`;
  throw new DomainError(missing, { message: `There is no ${noun} "${text}". ${there}` });
};

const lines = <T extends { readonly id: number; readonly name: string }>(
  all: readonly T[],
  placeOf: (one: T) => string,
): string => {
  const named = all.slice(0, MAX_NAMED).map((one) => `  ${one.id}  ${one.name}${placeOf(one)}`);
  return [...named, ...(all.length > MAX_NAMED ? ['  …'] : [])].join('\n');
};
