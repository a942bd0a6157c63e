import { type Static, Type } from 'typebox';
import { entityTag } from '../../../platform/http/api/entity-tag.ts';
import { Id } from '../../../platform/http/api/ids.ts';
import { timestamp } from '../../../platform/http/api/instants.ts';
import type { HistoryProperty } from './case-change.ts';
import { keptReasons, type Revert } from './revert.ts';

/** Which change is to be taken back: one of the two. */
export const RevertBody = Type.Object(
  {
    revision: Type.Optional(
      Type.Integer({ minimum: 1, description: 'A whole change, by the revision that it made. Instead of `entryId`.' }),
    ),
    entryId: Type.Optional(Id('One entry of a change.')),
  },
  { $id: 'RevertRequest', examples: [{ revision: 2 }], additionalProperties: false },
);

const property = Type.String({ description: 'The property of the case; `deletedAt` tells of the bin.' });

const ApiKeptProperty = Type.Object(
  {
    property,
    currentValue: Type.Unknown({ description: 'The value that it keeps.' }),
    reason: Type.Enum([...keptReasons], {
      description: `\`changed-since\`: it has not the value any more that the change gave it; \`already-so\`: it has its
former value; \`not-usable\`: its former value cannot be chosen any more; \`needed-by-others\`: something that was
changed since depends on it.`,
    }),
    detail: Type.String({ description: 'The reason as a sentence.' }),
  },
  { $id: 'KeptProperty', additionalProperties: false, description: 'A property that could not be taken back.' },
);

const ApiRevertedProperty = Type.Object(
  { property, value: Type.Unknown({ description: 'The value that it has again.' }) },
  { additionalProperties: false },
);

/** What taking back a change came to, property by property. */
export const revertProperties = {
  reverted: Type.Array(ApiRevertedProperty, { description: 'What was taken back.' }),
  kept: Type.Array(ApiKeptProperty, { description: 'What stays as it is, and why.' }),
};

/** The answer to taking back a change. */
export const ApiRevert = Type.Object(
  {
    caseId: Type.Integer({ description: 'The number of the case.' }),
    revision: Type.Integer({ description: 'The revision that it is at now; the same as before if nothing changed.' }),
    ...revertProperties,
  },
  { $id: 'Revert', additionalProperties: false, description: 'What was taken back of a change, and what was not.' },
);

interface PresentRevert {
  readonly caseId: number;
  readonly revert: Revert;
  /** Of the answer: gets the entity tag of the case. */
  readonly headers: Record<string, string>;
}

/** The outcome on the wire. */
export const presentRevert = ({ caseId, revert, headers }: PresentRevert): Static<typeof ApiRevert> => {
  headers['etag'] = entityTag(revert.revision);
  return { caseId, revision: revert.revision, ...presentRevertProperties(revert) };
};

/** The properties of the outcome. */
export const presentRevertProperties = ({ reverted, kept }: Pick<Revert, 'reverted' | 'kept'>) => ({
  reverted: reverted.map(({ property, value }) => ({ property, value: onWire(property, value) })),
  kept: kept.map(({ property, currentValue, reason, detail }) => ({
    property,
    currentValue: onWire(property, currentValue),
    reason,
    detail,
  })),
});

const onWire = (property: HistoryProperty, value: unknown): unknown =>
  property === 'deletedAt' && typeof value === 'number' ? timestamp(value) : value;
