import { Type } from 'typebox';
import { decodeCursor, encodeCursor } from '../../platform/http/api/cursor.ts';
import { pageQuery } from '../../platform/http/api/page.ts';
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

interface PageOfRows<Row, Item> {
  /** One more than the page has, when there is more. */
  readonly rows: readonly Row[];
  readonly limit: number;
  readonly present: (row: Row) => Item;
}

/** The page on the wire, with the cursor of its last item when there is more. */
export const pageOfRows = <Row extends { readonly id: number }, Item>({
  rows,
  limit,
  present,
}: PageOfRows<Row, Item>) => {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(present), next: last === undefined ? null : encodeCursor([last.id]) };
};
