import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { cutPage, pageQuery } from '../../platform/http/api/page.ts';
import { deliveryStatus } from './webhook.wire.ts';

export const webhooksQuery = Type.Object(
  { ...pageQuery, spaceId: Type.Optional(Id('Only those of this space.')) },
  { additionalProperties: false },
);

export const deliveriesQuery = Type.Object(
  { ...pageQuery, status: Type.Optional(deliveryStatus) },
  { additionalProperties: false },
);

/** The page on the wire, of rows that are one more than it has when there is more. */
export const pageOfRows = <Row extends { readonly id: number }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
) => {
  const { items, next } = cutPage(rows, limit, ({ id }) => [id]);
  return { items: items.map(present), next };
};
