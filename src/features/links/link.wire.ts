import { type Static, Type } from 'typebox';
import { statusColors } from '../../kernel/status-color.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { wholeList } from '../../platform/http/api/page.ts';
import { linkRelations, relationFrom } from './link.ts';
import type { LinkedCase } from './linked-case.ts';

const relation = Type.Enum([...linkRelations], {
  description: 'What the case in the address is to the other one.',
});

/** A link as it is seen from one of its cases, in the new API. */
export const ApiLink = Type.Object(
  {
    id: Id('The ID of the link.'),
    relation,
    case: Type.Object(
      {
        id: Id('Its number.'),
        title: Type.String(),
        spaceId: Id('The space it is in.'),
        status: Type.Object({
          id: Type.Integer(),
          name: Type.String(),
          isClosed: Type.Boolean(),
          color: Type.Union([Type.Enum([...statusColors]), Type.Null()]),
        }),
      },
      { additionalProperties: false, description: 'The other case.' },
    ),
    createdAt: Timestamp('When the two were linked.'),
    createdById: Type.Union([Id(''), Type.Null()], {
      description: 'Who linked them; null for the operator of the machine.',
    }),
  },
  { $id: 'Link', additionalProperties: false, description: 'A link between two cases.' },
);

/** All links of a case. */
export const LinkList = wholeList(ApiLink);

/** The body of a new link. */
export const NewLink = Type.Object(
  { relation, caseId: Id('The other case: one that you can see.') },
  { $id: 'NewLink', examples: [{ relation: 'blockedBy', caseId: 2306 }], additionalProperties: false },
);

/** The body that closes a case as a duplicate. */
export const DuplicateOf = Type.Object(
  {
    caseId: Id('The case that it duplicates: one that you can see.'),
    statusId: Type.Optional(
      Id('A status that is closed. Without it a closed case keeps its own, and others get the first closed one.'),
    ),
  },
  { $id: 'DuplicateOf', examples: [{ caseId: 2306 }], additionalProperties: false },
);

/** The link on the wire. */
export const presentLink = ({ link, caseId, other, status }: LinkedCase): Static<typeof ApiLink> => ({
  id: link.id,
  relation: relationFrom(link, caseId),
  case: { id: other.id, title: other.title, spaceId: other.spaceId, status },
  createdAt: timestamp(link.createdAt),
  createdById: link.createdById,
});

/** The links on the wire. */
export const presentLinks = (links: readonly LinkedCase[]): Static<typeof LinkList> => ({
  items: links.map(presentLink),
  next: null,
});
