import { queryOptions } from '@tanstack/react-query';
import type { Template } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import type { FullCase } from '../cases/cases.queries.ts';
import { personQuery } from '../people/person.queries.ts';
import { projectChoicesQuery, spaceChoicesQuery } from '../spaces/choices.queries.ts';

interface Place {
  readonly spaceId: number;
  readonly projectId: number;
}

/** How new cases of a project can begin. */
export const templatesQuery = ({ spaceId, projectId }: Place) =>
  queryOptions({
    queryKey: ['space', spaceId, 'templates', projectId],
    queryFn: async ({ signal }): Promise<readonly Template[]> =>
      (await casekeep.listTemplates({ projectId }, { signal })).items,
  });

interface Named {
  readonly id: number;
  readonly name: string;
}

/** What a template says, with the names of all that it refers to. */
export interface TemplateParts {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly section: Named | null;
  readonly priority: Named | null;
  readonly assignee: FullCase['assignee'];
}

/** What a template that was read says, once all that it refers to is known by name. */
export const templatePartsQuery = (spaceId: number, template: Template) =>
  queryOptions({
    queryKey: ['space', spaceId, 'templates', template.projectId, 'parts', template],
    queryFn: async ({ client }): Promise<TemplateParts> => {
      const { title, description, tags, projectId, sectionId, priorityId, assigneeId } = template;
      const among = (choices: readonly Named[], id: number): Named | null =>
        choices.find((each) => each.id === id) ?? null;
      const sections = projectChoicesQuery('section', spaceId, projectId);
      return {
        ...{ title, description, tags },
        section: sectionId === null ? null : among(await client.ensureQueryData(sections), sectionId),
        priority:
          priorityId === null
            ? null
            : among(await client.ensureQueryData(spaceChoicesQuery('priority', spaceId)), priorityId),
        assignee: assigneeId === null ? null : await client.ensureQueryData(personQuery(assigneeId)),
      };
    },
  });

/** What a template says unless told. */
export const blankParts: TemplateParts = {
  title: '',
  description: '',
  tags: [],
  section: null,
  priority: null,
  assignee: null,
};
