import { type Static, Type } from 'typebox';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers } from '../../../platform/http/api/cursor.ts';
import { Id } from '../../../platform/http/api/ids.ts';
import { Timestamp, timestamp } from '../../../platform/http/api/instants.ts';
import { cutPage, pageOf, pageQuery } from '../../../platform/http/api/page.ts';
import type { Case } from '../case.ts';
import { ownProperties, properties } from '../case.wire.ts';
import { visibleCommentCount } from '../visible-comment-count.ts';
import { BIN_RETENTION_MS } from './bin.ts';
import { browseBin } from './browse-bin.ts';

/** Which deleted cases are listed. */
export const BinQuery = Type.Object(
  { ...pageQuery, spaceId: Type.Optional(Id('Only those of this space.')) },
  { additionalProperties: false },
);

/** A deleted case. */
const DeletedCase = Type.Object(
  {
    ...properties,
    deletedAt: Timestamp('When it was moved to the bin.'),
    keptUntil: Timestamp('When it is deleted for good.'),
  },
  { $id: 'DeletedCase', additionalProperties: false },
);

/** A page of deleted cases. */
export const BinPage = pageOf(DeletedCase);

/** The deleted cases that the parameters ask for, the latest first. Throws FIELDS_INVALID. */
export const binPage = async (
  ctx: Context,
  { limit, cursor, spaceId }: Static<typeof BinQuery>,
): Promise<Static<typeof BinPage>> => {
  const [deletedAt = 0, id = 0] = cursor === undefined ? [] : decodeNumbers(cursor, 2);
  const after = cursor === undefined ? undefined : { deletedAt, id };
  const found = await browseBin(ctx, { spaceId, after, limit: limit + 1 });
  const { items, next } = cutPage(found, limit, (each) => [each.deletedAt ?? 0, each.id]);
  return { items: await Promise.all(items.map((each) => presentDeleted(ctx, each))), next };
};

const presentDeleted = async (ctx: Context, found: Case) => {
  const deletedAt = found.deletedAt ?? 0;
  return {
    ...ownProperties(found, await visibleCommentCount(ctx, found)),
    deletedAt: timestamp(deletedAt),
    keptUntil: timestamp(deletedAt + BIN_RETENTION_MS),
  };
};
