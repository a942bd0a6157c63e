import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { progressOfMilestones } from '../../features/cases/milestone-progress.ts';
import { listAudience } from '../../features/users/list-people.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters, pageParameters } from '../known-parameters.ts';
import { pageIfAsked } from '../page-query.ts';
import { peopleParameters, readPeopleQuery } from '../people/people-query.ts';
import { presentCandidate } from '../people/present-user.ts';
import { WireCandidate } from '../people/user.wire.ts';
import type { Query } from '../query.ts';
import { chosenProject, chosenSpace } from './chosen-project.ts';
import { WireMilestone, WirePriority, WireProject, WireSection, WireStatus } from './lookups.wire.ts';
import { presentMilestone, presentPriority, presentProject, presentSection, presentStatus } from './present-lookups.ts';

/** What cases of a space can be given; what is archived cannot be chosen. Source: communifire-api.md section 3, cases. */
export const lookupsRoutes = (app: FastifyInstance): void => {
  list(app, '/statuses', { id: 'ListStatuses', item: WireStatus }, async (request) =>
    inUse((await chosenSpace(request)).statuses.values()).map(presentStatus),
  );
  list(app, '/priorities', { id: 'ListPriorities', item: WirePriority }, async (request) =>
    inUse((await chosenSpace(request)).priorities.values()).map(presentPriority),
  );
  list(app, '/projects', { id: 'ListProjects', item: WireProject }, async (request) =>
    inUse((await chosenSpace(request)).projects.values()).map(presentProject),
  );
  list(app, '/projects/:projectid/categories', { id: 'ListSections', item: WireSection }, async (request) => {
    const { configuration, projectId } = await chosenProject(request);
    return inUse(ofProject(configuration.sections, projectId)).map(presentSection);
  });
  list(app, '/projects/:projectid/milestones', { id: 'ListMilestones', item: WireMilestone }, async (request) => {
    const { configuration, projectId } = await chosenProject(request);
    const milestones = inUse(ofProject(configuration.milestones, projectId));
    const milestoneIds = milestones.map(({ id }) => id);
    const progress = await progressOfMilestones(contextOf(request), { configuration, milestoneIds });
    return milestones.map((milestone) => presentMilestone(milestone, progress.get(milestone.id)?.percent ?? 0));
  });
  // Who can be assigned is who can be kept informed: both have to see the space, and nothing more.
  const root = '/api/spaces/:spaceid/cases/projects/:projectid';
  resource(app, `${root}/assignto`, audience('ListAssignees', 'Who can be assigned'));
  resource(app, `${root}/recipients`, audience('ListRecipients', 'Who can be kept informed'));
};

const refusals = ['SPACE_NOT_FOUND', 'PROJECT_NOT_FOUND'] as const;

const audience = (id: string, summary: string) => ({
  GET: {
    schema: described(id, { tag: 'Choices', summary, answer: envelopeOf(Type.Array(WireCandidate)) }),
    config: { parameters: knownParameters('forAssignToUsersList', ...peopleParameters), refusals },
    handler: async (request: FastifyRequest) => {
      const ctx = contextOf(request);
      const { configuration } = await chosenProject(request);
      const list = readPeopleQuery(request.query as Query);
      return answer((await listAudience(ctx, { ...list, spaceId: configuration.space.id })).map(presentCandidate));
    },
  },
});

interface Listed {
  readonly id: string;
  readonly item: TSchema;
}

/** One list below a space's cases. */
const list = (
  app: FastifyInstance,
  path: string,
  { id, item }: Listed,
  read: (request: FastifyRequest) => Promise<readonly unknown[]>,
): void =>
  resource(app, `/api/spaces/:spaceid/cases${path}`, {
    GET: {
      schema: described(id, { tag: 'Choices', summary: summaryOf(id), answer: envelopeOf(Type.Array(item)) }),
      config: { parameters: knownParameters(...pageParameters), refusals },
      handler: async (request) => answer(pageIfAsked(await read(request), request.query as Query)),
    },
  });

/** `ListStatuses` as `List statuses`. */
const summaryOf = (id: string): string => id.replace(/\B[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

const inUse = <T extends { readonly archived: boolean }>(choices: Iterable<T>): T[] =>
  [...choices].filter(({ archived }) => !archived);

const ofProject = <T extends { readonly projectId: number }>(choices: ReadonlyMap<number, T>, projectId: number): T[] =>
  [...choices.values()].filter((choice) => choice.projectId === projectId);
