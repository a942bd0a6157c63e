import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { countInProject, insertSection, selectSpaceIdOfProject } from './projects.store.ts';

interface CreateSection {
  readonly id?: number;
  readonly projectId: number;
  readonly name: string;
}

/** Adds a section to a project. Throws FIELDS_INVALID. */
export const createSection = (ctx: Context, { id, projectId, name }: CreateSection): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    if (name.trim() === '') throw invalidField('name', 'must not be blank');
    const spaceId = await selectSpaceIdOfProject(tx.db, projectId);
    if (spaceId === undefined) throw invalidField('projectId', 'must be of a project');
    const position = await countInProject(tx.db, 'sections', projectId);
    const given = id === undefined ? {} : { id };
    const sectionId = await insertSection(tx.db, { ...given, projectId, name: name.trim(), position });
    if (id !== undefined) await continueIdsAfterHighest(tx.db, 'sections');
    await appendConfigurationEvent(tx, { type: 'section.created', spaceId, payload: { projectId, sectionId, name } });
    return sectionId;
  });
