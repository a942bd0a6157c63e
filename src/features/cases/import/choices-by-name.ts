import { nearestName } from '../../../kernel/nearest-name.ts';
import { type Choice, type ChoiceKind, choiceKinds, isSameName, kinds } from '../../choices/choice.ts';
import type { SpaceConfiguration } from '../../spaces/space.ts';

type ChoicesByName = Readonly<Record<ChoiceKind, ReadonlyMap<string, readonly Choice[]>>>;

const known = new WeakMap<SpaceConfiguration, ChoicesByName>();

/** How many names a refusal lists at the most. */
const MOST_LISTED = 10;

interface NamedChoice {
  readonly kind: ChoiceKind;
  readonly name: string;
  /** The project that sections and milestones are looked for in. */
  readonly projectId: number;
}

/** The ID of the choice that cases call so in the space, or what is wrong with the name. Archived ones come last. */
export const choiceByName = (
  configuration: SpaceConfiguration,
  { kind, name, projectId }: NamedChoice,
): { readonly id: number } | { readonly problem: string } => {
  const named = choicesOf(configuration)[kind].get(plain(name)) ?? [];
  const usable = named.filter((choice) => choice.projectId === null || choice.projectId === projectId);
  const found = usable.find(({ archived }) => !archived) ?? usable[0];
  return found === undefined ? { problem: unknownName(configuration, { kind, name, projectId }) } : { id: found.id };
};

const plain = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

const choicesOf = (configuration: SpaceConfiguration): ChoicesByName => {
  const indexed = known.get(configuration) ?? index(configuration);
  known.set(configuration, indexed);
  return indexed;
};

const index = (configuration: SpaceConfiguration): ChoicesByName => {
  const byKind = choiceKinds.map(
    (kind) => [kind, Map.groupBy(kinds[kind].all(configuration), ({ name }) => plain(name))] as const,
  );
  return Object.fromEntries(byKind) as unknown as ChoicesByName;
};

const unknownName = (configuration: SpaceConfiguration, { kind, name, projectId }: NamedChoice): string => {
  const names = kinds[kind]
    .all(configuration)
    .filter((choice) => !choice.archived && (choice.projectId === null || choice.projectId === projectId))
    .map((choice) => choice.name);
  const nearest = nearestName(name, names);
  const place = kind === 'section' || kind === 'milestone' ? 'project' : 'space';
  const meant = nearest === null || isSameName(nearest, name) ? listed(names) : `did you mean "${nearest}"?`;
  return `must be one of the ${kinds[kind].plural} of the ${place}: there is no "${name.slice(0, 100)}"; ${meant}`;
};

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'there is none' : `there are ${names.slice(0, MOST_LISTED).join(', ')}`;
