import { type Static, type TSchema, Type } from 'typebox';
import { DomainError } from '../../../kernel/errors.ts';
import { decodeCursor, encodeCursor, foreignCursor } from '../../../platform/http/api/cursor.ts';
import { OptionalTimestamp, optionalTimestamp, Timestamp, timestamp } from '../../../platform/http/api/instants.ts';
import { cutPage, pageOf, pageQuery } from '../../../platform/http/api/page.ts';
import { problemOf } from '../../../platform/http/api/problem.ts';
import { presentQueryHints, queryHints } from '../../../platform/http/api/text-hint.ts';
import { CasePatch } from '../case.wire.ts';
import { presentRevertProperties, revertProperties } from '../history/revert.wire.ts';
import { MAX_TAGS } from '../normalize-changes.ts';
import type { BegunBulk } from './begin-bulk.ts';
import type { BegunBulkChange } from './begin-bulk-change.ts';
import { type BulkChange, bulkModes, bulkStates, type CaseOutcome, caseOutcomes } from './bulk-change.ts';

const someTags = (description: string) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: MAX_TAGS, description }));

const BulkChanges = Type.Object(
  {
    ...CasePatch.properties,
    addTags: someTags(`Tags that every case gets beside those it has; one it has in another spelling stays as it is. Not
together with \`tags\`.`),
    removeTags: someTags(
      'Tags that every case loses, in whatever spelling; it keeps its others. Not together with `tags`.',
    ),
  },
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'What every case gets: properties that are not named stay as they are.',
  },
);

/** The body of a bulk change. */
export const BulkBody = Type.Object(
  {
    selection: Type.Object(
      {
        ids: Type.Optional(
          Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, description: 'The numbers of the cases.' }),
        ),
        query: Type.Optional(
          Type.String({
            description: 'Which cases, as in the list of cases: at least one condition. Instead of `ids`.',
          }),
        ),
        all: Type.Optional(
          Type.Literal(true, {
            description: 'All cases that you see. Instead of `ids` and `query`, never by omission.',
          }),
        ),
      },
      {
        additionalProperties: false,
        description: 'The cases to be changed: one of the three.',
      },
    ),
    changes: BulkChanges,
    mode: Type.Enum([...bulkModes], {
      description: '`all-or-nothing` changes no case when one is refused; `per-case` changes those that can be.',
    }),
  },
  {
    $id: 'BulkRequest',
    examples: [
      {
        selection: { query: 'project:"Web Shop" status:New assignee:none' },
        changes: { assigneeId: 3, priorityId: 3 },
        mode: 'all-or-nothing',
      },
      {
        selection: { query: 'is:open tag:login' },
        changes: { addTags: ['accounts'], removeTags: ['triage'] },
        mode: 'per-case',
      },
    ],
    additionalProperties: false,
  },
);

/** What a body asks for. */
export const readBulk = ({ selection, changes: asked, mode }: Static<typeof BulkBody>) => {
  const { comment, addTags, removeTags, ...changes } = asked;
  const tagging = (addTags ?? removeTags) ? { add: addTags ?? [], remove: removeTags ?? [] } : undefined;
  return {
    ...{ selection, mode },
    request: { changes, tagging, ...(comment === undefined ? {} : { comment: { isInternal: false, ...comment } }) },
  };
};

const optional = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const ApiOutcome = Type.Object(
  {
    caseId: Type.Integer({ description: 'The number of the case.' }),
    outcome: Type.Enum([...caseOutcomes], {
      description: 'Whether it was changed, had nothing to be changed, or was refused.',
    }),
    problem: optional(
      Type.Object(
        {
          type: Type.String(),
          title: Type.String(),
          status: Type.Integer(),
          detail: Type.String(),
          code: Type.String(),
        },
        { additionalProperties: true },
      ),
      'Why it was refused, as the answer to a change of this case alone would say; null when it was not.',
    ),
    revert: optional(
      Type.Object(revertProperties, { additionalProperties: false }),
      'What was taken back and what was not; null when nothing was to be, or when you cannot see the case now.',
    ),
  },
  { $id: 'CaseOutcome', additionalProperties: false, description: 'What became of one case of a bulk change.' },
);

const count = (description: string) => Type.Integer({ minimum: 0, description });

const properties = {
  id: Type.Integer({ description: 'The ID of the bulk change.' }),
  state: Type.Enum([...bulkStates], {
    description: 'How far it has come; `failed` when all or nothing was nothing, or when it could not go on.',
  }),
  mode: Type.Enum([...bulkModes], { description: 'What happens when a case is refused.' }),
  revertsBulkId: optional(Type.Integer(), 'The bulk change that it takes back; null for other changes.'),
  revertsImportId: optional(Type.Integer(), 'The import that it takes back; null for other changes.'),
  creatorId: optional(Type.Integer(), 'Who began it; null for the operator of the machine.'),
  total: count('How many cases it is about.'),
  changed: count('How many of them were changed by now.'),
  unchanged: count('How many had nothing to be changed.'),
  refused: count('How many were refused.'),
  createdAt: Timestamp('When it was begun.'),
  finishedAt: OptionalTimestamp('When it ended; null before that.'),
};

/** A bulk change in the new API. */
export const ApiBulkChange = Type.Object(properties, {
  $id: 'BulkChange',
  additionalProperties: false,
  description: 'A change of many cases.',
});

/** The answer to a bulk change that was begun. */
const ApiBegunBulk = Type.Object(
  {
    ...properties,
    results: optional(
      Type.Array(ApiOutcome),
      'What became of each case; null when it became a job: read them at `/bulk/{bulkId}/results`.',
    ),
    ...queryHints,
  },
  { $id: 'BegunBulkChange', additionalProperties: false, description: 'A bulk change that was begun.' },
);

/** What every operation declares that begins one. */
export const begunBulk = {
  answerHeaders: ['Location'],
  answer: ApiBegunBulk,
  isPending: ({ results }: Static<typeof ApiBegunBulk>) => results === null,
} as const;

/** A page of bulk changes. */
export const BulkPage = pageOf(ApiBulkChange);

/** A page of bulk changes on the wire, found with one more than it may have. */
export const presentBulkPage = (found: readonly BulkChange[], limit: number): Static<typeof BulkPage> => {
  const { items, next } = cutPage(found, limit, ({ id }) => [id]);
  return { items: items.map(presentBulk), next };
};

/** A page of outcomes. */
export const OutcomePage = pageOf(ApiOutcome);

/** The parameters of a list of outcomes. */
export const outcomeQuery = Type.Object(pageQuery, { additionalProperties: false });

/** Which page of outcomes is asked for. Throws FIELDS_INVALID. */
export const readOutcomeQuery = ({ limit, cursor }: Static<typeof outcomeQuery>) => {
  if (cursor === undefined) return { limit };
  const [position, index, ...others] = decodeCursor(cursor);
  if (isPlace(position) && isPlace(index) && others.length === 0) return { limit, from: { position, index } };
  throw foreignCursor();
};

/** A 32-bit number on both databases. */
const isPlace = (value: unknown): value is number => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;

interface Outcomes {
  readonly outcomes: readonly CaseOutcome[];
  readonly next: { readonly position: number; readonly index: number } | undefined;
}

/** A page of outcomes on the wire. */
export const presentOutcomes = ({ outcomes, next }: Outcomes): Static<typeof OutcomePage> => ({
  items: outcomes.map(presentOutcome),
  next: next === undefined ? null : encodeCursor([next.position, next.index]),
});

const presentOutcome = ({ caseId, outcome, refusal, revert }: CaseOutcome): Static<typeof ApiOutcome> => ({
  ...{ caseId, outcome },
  problem: refusal === undefined ? null : problemOf(new DomainError(refusal.code, refusal)),
  revert: revert === undefined ? null : presentRevertProperties(revert),
});

/** The bulk change on the wire. */
export const presentBulk = (bulk: BulkChange): Static<typeof ApiBulkChange> => ({
  id: bulk.id,
  state: bulk.state,
  mode: bulk.mode,
  revertsBulkId: bulk.revertsId,
  revertsImportId: bulk.revertsImportId,
  creatorId: bulk.userId,
  total: bulk.total,
  changed: bulk.changed,
  unchanged: bulk.unchanged,
  refused: bulk.refused,
  createdAt: timestamp(bulk.createdAt),
  finishedAt: optionalTimestamp(bulk.finishedAt),
});

/** A bulk change that was begun, with its address among the headers. */
export const presentBegunBulk = (
  { bulk, outcomes, hints = [] }: BegunBulk & Partial<Pick<BegunBulkChange, 'hints'>>,
  headers: Record<string, string>,
): Static<typeof ApiBegunBulk> => {
  headers['location'] = `/api/v1/bulk/${bulk.id}`;
  const results = outcomes === undefined ? null : outcomes.map(presentOutcome);
  return { ...presentBulk(bulk), results, ...presentQueryHints(hints) };
};
