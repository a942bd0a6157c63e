import type { SpaceConfiguration } from '../src/features/spaces/space.ts';
import type { Shape } from './shape.ts';
import { type Markup, randomFrom, textMaker } from './words.ts';

const FIRST_CREATED_AT = Date.UTC(2024, 0, 1);
const CREATED_WITHIN_MS = 700 * 24 * 60 * 60 * 1_000;
const SEED = 20_260_101;

/** When the cases of a filled database were last changed at the latest. */
export const LAST_UPDATED_AT = FIRST_CREATED_AT + CREATED_WITHIN_MS;

/** A case to fill a database with. */
export interface MadeCase {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly spaceId: number;
  readonly projectId: number;
  readonly sectionId: number | null;
  readonly milestoneId: number | null;
  readonly statusId: number;
  readonly priorityId: number;
  readonly assigneeId: number | null;
  readonly reporterId: number;
  readonly tags: readonly string[];
  readonly recipientIds: readonly number[];
  readonly createdAt: number;
}

/** Cases spread over everything there is; one in three has tags, one in four recipients. Always the same ones. */
export const caseMaker = (
  spaces: readonly SpaceConfiguration[],
  { people, statusShares, priorityShares }: Shape,
  markup: Markup,
): ((id: number) => MadeCase) => {
  const random = randomFrom(SEED);
  const texts = textMaker(random, markup);
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const shared = (choices: readonly number[], shares: readonly number[]): number => {
    if (shares.length === 0) return oneOf(choices);
    const point = random() * 100;
    const upTo = (index: number): number => shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0);
    return choices.find((_, index) => point < upTo(index)) ?? oneOf(choices);
  };
  const everybody = Array.from({ length: people }, (_, index) => index + 1);
  const places = spaces.map((configuration) => placesOf(configuration, everybody));
  return (id) => {
    const { spaceId, projects, statuses, priorities, peopleThere } = oneOf(places);
    const project = oneOf(projects);
    return {
      id,
      ...texts(id),
      spaceId,
      projectId: project.id,
      sectionId: random() < 0.5 ? project.sectionId : null,
      milestoneId: random() < 0.3 ? project.milestoneId : null,
      statusId: shared(statuses, statusShares),
      priorityId: shared(priorities, priorityShares),
      assigneeId: random() < 0.7 ? oneOf(peopleThere) : null,
      reporterId: oneOf(peopleThere),
      tags: random() < 0.33 ? ['import', `team-${1 + Math.floor(random() * 30)}`] : [],
      recipientIds: random() < 0.25 ? [...new Set([oneOf(peopleThere), oneOf(peopleThere)])] : [],
      createdAt: FIRST_CREATED_AT + Math.floor(random() * CREATED_WITHIN_MS),
    };
  };
};

const placesOf = (
  { space, projects, sections, milestones, statuses, priorities, members }: SpaceConfiguration,
  everybody: readonly number[],
) => ({
  spaceId: space.id,
  projects: [...projects.keys()].map((id) => ({
    id,
    sectionId: [...sections.values()].find(({ projectId }) => projectId === id)?.id ?? null,
    milestoneId: [...milestones.values()].find(({ projectId }) => projectId === id)?.id ?? null,
  })),
  statuses: [...statuses.keys()],
  priorities: [...priorities.keys()],
  peopleThere: space.visibility === 'public' ? everybody : [...members.keys()],
});
