import { type Static, Type } from 'typebox';
import { statusColors } from '../../kernel/status-color.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { personProperties } from '../../platform/http/api/person-properties.ts';
import type { Case } from './case.ts';
import { type CaseInclude, caseIncludes } from './case-references.ts';
import { MAX_TITLE_LENGTH } from './normalize-changes.ts';

const id = (description: string) => Type.Integer({ minimum: 1, description });
const optionalId = (description: string) =>
  Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description: `${description}; null for none.` });

/** What people change of a case, in the new API. Texts and lists have the limits that the verb checks. */
const changeable = {
  title: Type.String({
    minLength: 1,
    description: `Plain text, at most ${MAX_TITLE_LENGTH} characters.`,
    examples: ['Page does not load'],
  }),
  description: Type.String({
    description: 'HTML; what could run is taken out. At most 1 MiB.',
    examples: ['<p>A customer wrote that the gift card page stays white.</p>'],
  }),
  spaceId: id('The space it is in.'),
  projectId: id('The project, one of the space.'),
  sectionId: optionalId('The section, one of the project'),
  milestoneId: optionalId('The milestone, one of the project'),
  statusId: id('The status, one of the space.'),
  priorityId: id('The priority, one of the space.'),
  assigneeId: optionalId('Who works on it'),
  dueOn: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
    description: 'The day on which it is due; null when only that of its milestone counts.',
    examples: ['2026-12-24'],
  }),
  tags: Type.Array(Type.String({ minLength: 1 }), {
    description: 'At most 50, without commas.',
    examples: [['gift-cards', 'browser']],
  }),
  recipientIds: Type.Array(Type.Integer({ minimum: 1 }), { description: 'Who is kept informed.', examples: [[2]] }),
};

const reference = (fields: Parameters<typeof Type.Object>[0]) => Type.Union([Type.Object(fields), Type.Null()]);
const person = Type.Object(personProperties);
const named = { id: Type.Integer(), name: Type.String() };
const titled = { id: Type.Integer(), title: Type.String() };

/** What is present when `include` asks for it. */
const included = {
  space: Type.Optional(Type.Object(named)),
  project: Type.Optional(Type.Object(titled)),
  section: Type.Optional(reference(named)),
  milestone: Type.Optional(reference(titled)),
  status: Type.Optional(
    Type.Object({ ...named, isClosed: Type.Boolean(), color: Type.Union([Type.Enum([...statusColors]), Type.Null()]) }),
  ),
  priority: Type.Optional(Type.Object(named)),
  assignee: Type.Optional(Type.Union([person, Type.Null()])),
  reporter: Type.Optional(person),
  creator: Type.Optional(person),
  recipients: Type.Optional(Type.Array(person)),
  externalId: Type.Optional(
    Type.Union([Type.String(), Type.Null()], {
      description: 'What it is called where it was imported from; null when it was not.',
    }),
  ),
} satisfies Record<CaseInclude, unknown>;

/** The own properties of every case on the wire. */
export const properties = {
  id: id('The number of the case.'),
  ...changeable,
  reporterId: id('Who reported it.'),
  creatorId: id('Who created it here.'),
  revision: Type.Integer({ minimum: 1, description: 'Grows with every change; also the ETag.' }),
  commentCount: Type.Integer({ minimum: 0 }),
  attachmentCount: Type.Integer({ minimum: 0 }),
  createdAt: Timestamp('When it was created.'),
  updatedAt: Timestamp('When it was last changed.'),
};

/** A case in the new API. */
export const ApiCase = Type.Object({ ...properties, ...included }, { $id: 'Case', additionalProperties: false });

/** A case of which `fields` may have left out any property. */
export const ShapedCase = Type.Partial(ApiCase, { $id: 'ShapedCase', additionalProperties: false });
export type ShapedCase = Static<typeof ShapedCase>;

/** Which properties an answer has: all own ones unless `fields` names some; `include` adds others. */
export const shapeQuery = {
  fields: Type.Optional(
    Type.String({
      description: `Only these properties, with commas: ${Object.keys(properties).join(', ')}.`,
    }),
  ),
  include: Type.Optional(
    Type.String({ description: `What is answered as well, with commas: ${caseIncludes.join(', ')}.` }),
  ),
};

/** The names that `fields` can have. */
export const caseFields: ReadonlySet<string> = new Set(Object.keys(properties));

/** The body of an update: a merge patch (RFC 7396), with a comment that says why. */
export const CasePatch = Type.Object(
  {
    ...Type.Partial(Type.Object(changeable)).properties,
    comment: Type.Optional(
      Type.Object(
        {
          text: Type.String({ minLength: 1, description: 'HTML.' }),
          isInternal: Type.Optional(Type.Boolean({ default: false, description: 'Hidden from reporters.' })),
        },
        { additionalProperties: false, description: 'Written together with the change, both or neither.' },
      ),
    ),
  },
  {
    $id: 'CasePatch',
    examples: [{ statusId: 4, assigneeId: 7, comment: { text: '<p>It loads again; Omar tells the customer.</p>' } }],
    additionalProperties: false,
    minProperties: 1,
  },
);

/** The body of a new case. */
export const NewCase = Type.Object(
  {
    ...Type.Partial(Type.Object(changeable)).properties,
    title: changeable.title,
    spaceId: changeable.spaceId,
    projectId: changeable.projectId,
    reporterId: Type.Optional(id('Who reported it; whoever asks unless told.')),
  },
  {
    $id: 'NewCase',
    examples: [
      {
        title: 'Order 4711 is late',
        description: '<p>It was promised for Friday.</p>',
        spaceId: 1,
        projectId: 1,
        priorityId: 3,
        tags: ['orders'],
      },
    ],
    additionalProperties: false,
  },
);

const OwnProperties = Type.Object(properties);
type OwnProperties = Static<typeof OwnProperties>;

/** The case's own properties on the wire. */
export const ownProperties = (found: Case, commentCount: number): OwnProperties => ({
  id: found.id,
  title: found.title,
  description: found.description,
  spaceId: found.spaceId,
  projectId: found.projectId,
  sectionId: found.sectionId,
  milestoneId: found.milestoneId,
  statusId: found.statusId,
  priorityId: found.priorityId,
  assigneeId: found.assigneeId,
  dueOn: found.dueOn,
  tags: found.tags as string[],
  recipientIds: found.recipientIds as number[],
  reporterId: found.reporterId,
  creatorId: found.creatorId,
  revision: found.revision,
  commentCount,
  attachmentCount: found.attachmentCount,
  createdAt: timestamp(found.createdAt),
  updatedAt: timestamp(found.updatedAt),
});
