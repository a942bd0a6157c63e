import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import { countProjects, insertProject } from './projects.store.ts';

interface CreateProject {
  readonly id?: number;
  readonly spaceId: number;
  readonly title: string;
}

/** Creates a project; the first one of a space becomes its default. Throws FIELDS_INVALID. */
export const createProject = (ctx: Context, { id, spaceId, title }: CreateProject): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    if (title.trim() === '') throw invalidField('title', 'must not be blank');
    if ((await findConfiguration(tx, spaceId)) === undefined) throw invalidField('spaceId', 'must be of a space');
    const position = await countProjects(tx.db, spaceId);
    const given = id === undefined ? {} : { id };
    const project = { ...given, spaceId, title: title.trim(), isDefault: position === 0, position };
    const projectId = await insertProject(tx.db, project);
    if (id !== undefined) await continueIdsAfterHighest(tx.db, 'projects');
    await appendConfigurationEvent(tx, { type: 'project.created', spaceId, payload: { projectId, title } });
    return projectId;
  });
