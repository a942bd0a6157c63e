import { Type } from 'typebox';
import { decodeCursor } from '../../platform/http/api/cursor.ts';
import { cutPage, pageQuery } from '../../platform/http/api/page.ts';
import { deliveryStatus } from './webhook.wire.ts';

export const webhooksQuery = Type.Object(
  { ...pageQuery, spaceId: Type.Optional(Type.Integer({ minimum: 1, description: 'Only those of this space.' })) },
  { additionalProperties: false },
);

export const deliveriesQuery = Type.Object(
  { ...pageQuery, status: Type.Optional(deliveryStatus) },
  { additionalProperties: false },
);

/** The ID that a cursor of these lists names. Throws FIELDS_INVALID. */
export const idOfCursor = (cursor: string | undefined): number | undefined => {
  if (cursor === undefined) return undefined;
  const [id] = decodeCursor(cursor);
  return typeof id === 'number' ? id : 0;
};

/** The page on the wire, of rows that are one more than it has when there is more. */
export const pageOfRows = <Row extends { readonly id: number }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
) => {
  const { items, next } = cutPage(rows, limit, ({ id }) => [id]);
  return { items: items.map(present), next };
};
