import { type Static, Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { wholeList } from '../../platform/http/api/page.ts';
import type { Template } from './template.ts';

const orNone = (description: string) => Type.Union([Id(''), Type.Null()], { description });

const properties = {
  name: Type.String({
    minLength: 1,
    description: 'What people choose it by: one line of plain text, at most 200 characters, new in the project.',
    examples: ['Bug report'],
  }),
  title: Type.String({ description: 'How the title of the case begins; "" for nothing.' }),
  description: Type.String({ description: 'HTML, at most 64 KiB; what could run is removed.' }),
  tags: Type.Array(Type.String(), { maxItems: 50, description: 'Without commas, at most 100 characters each.' }),
  sectionId: orNone('A section of the project.'),
  priorityId: orNone('A priority of the space.'),
  assigneeId: orNone('Who works on the case: somebody who can see the space.'),
};

/** A template in the new API. */
export const ApiTemplate = Type.Object(
  {
    id: Id('The ID of the template.'),
    projectId: Id('The project it belongs to.'),
    ...properties,
    createdAt: Timestamp('When it was made.'),
    updatedAt: Timestamp('When it was last changed.'),
  },
  {
    $id: 'Template',
    additionalProperties: false,
    description:
      'How a new case can begin. A section or priority that is archived, and an assignee who does not see the space any more, are told as null.',
  },
);

/** All templates of a project. */
export const TemplateList = wholeList(ApiTemplate);

/** The body of a new one. */
export const NewTemplate = Type.Object(
  { ...Type.Partial(Type.Object(properties)).properties, name: properties.name },
  {
    $id: 'NewTemplate',
    examples: [{ name: 'Bug report', description: '<p>What I did:</p><p>What happened:</p>', tags: ['bug'] }],
    additionalProperties: false,
  },
);

/** The body of a change: a merge patch (RFC 7396). */
export const TemplatePatch = Type.Partial(Type.Object(properties), {
  $id: 'TemplatePatch',
  examples: [{ tags: ['bug', 'to-check'] }],
  additionalProperties: false,
  minProperties: 1,
});

/** The template on the wire. */
export const presentTemplate = ({ createdAt, updatedAt, tags, ...template }: Template): Static<typeof ApiTemplate> => ({
  ...template,
  tags: [...tags],
  createdAt: timestamp(createdAt),
  updatedAt: timestamp(updatedAt),
});

/** The templates on the wire. */
export const presentTemplates = (templates: readonly Template[]): Static<typeof TemplateList> => ({
  items: templates.map(presentTemplate),
  next: null,
});
