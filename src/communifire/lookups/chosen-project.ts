import type { FastifyRequest } from 'fastify';
import { getSpace } from '../../features/spaces/get-space.ts';
import type { SpaceConfiguration } from '../../features/spaces/space.ts';
import { DomainError } from '../../kernel/errors.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { type PathId, readPathId } from '../path-id.ts';
import { readSpaceId } from '../spaces/space-id.ts';

const projectIdInPath: PathId = { name: 'projectid', noun: 'project', missing: 'PROJECT_NOT_FOUND' };

/** What clients send as long as no project is chosen: it has no sections and no milestones. */
const NO_PROJECT = 0;

/** The configuration of the space in the path. Throws FIELDS_INVALID, SPACE_NOT_FOUND. */
export const chosenSpace = async (request: FastifyRequest): Promise<SpaceConfiguration> =>
  (await getSpace(contextOf(request), { spaceId: readSpaceId(request.params) })).configuration;

/** The same with the ID of the project in the path. Throws PROJECT_NOT_FOUND when it is not in that space. */
export const chosenProject = async (
  request: FastifyRequest,
): Promise<{ readonly configuration: SpaceConfiguration; readonly projectId: number }> => {
  const projectId = readProjectId(request.params);
  const configuration = await chosenSpace(request);
  if (projectId !== NO_PROJECT && !configuration.projects.has(projectId)) {
    throw new DomainError('PROJECT_NOT_FOUND', { message: `There is no project ${projectId} in this space.` });
  }
  return { configuration, projectId };
};

const readProjectId = (params: unknown): number =>
  /^0+$/u.test((params as Readonly<Record<string, string | undefined>>)['projectid'] ?? '')
    ? NO_PROJECT
    : readPathId(params, projectIdInPath);
