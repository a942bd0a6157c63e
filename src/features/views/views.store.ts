import { idsIn } from '../../platform/database/ids-in.ts';
import type { Session } from '../../platform/database/session.ts';
import type { View, ViewColumn, ViewProperties } from './view.ts';

const columns = [
  'id',
  'author_id as authorId',
  'space_id as spaceId',
  'name',
  'query',
  'columns',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

const toView = <T extends { readonly columns: string }>(row: T): Omit<T, 'columns'> & Pick<View, 'columns'> => ({
  ...row,
  columns: JSON.parse(row.columns) as ViewColumn[],
});

export const selectView = async ({ kysely }: Session, id: number): Promise<View | undefined> => {
  const row = await kysely.selectFrom('views').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toView(row);
};

interface SelectViews {
  readonly authorId: number | null;
  /** Those shared with one of these spaces. */
  readonly spaceIds: 'all' | readonly number[];
  /** Only those shared with this one. */
  readonly spaceId: number | undefined;
  /** Only those with a higher ID. */
  readonly after: number;
  readonly limit: number;
}

/** Views of the author and of the spaces, by ID. What an author shared with a space is there as long as the space is. */
export const selectViews = async (session: Session, select: SelectViews): Promise<View[]> => {
  const { authorId, spaceIds, spaceId, after, limit } = select;
  let query = session.kysely.selectFrom('views').select(columns).where('id', '>', after);
  if (spaceId !== undefined) query = query.where('space_id', '=', spaceId);
  const rows = await query
    .where((eb) =>
      eb.or([
        spaceIds === 'all' ? eb('space_id', 'is not', null) : idsIn(session, 'views.space_id', spaceIds),
        ...(authorId === null ? [] : [eb.and([eb('space_id', 'is', null), eb('author_id', '=', authorId)])]),
      ]),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toView);
};

export const countViewsOf = async ({ kysely }: Session, authorId: number): Promise<number> => {
  const { count } = await kysely
    .selectFrom('views')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow();
  return Number(count);
};

const toRow = ({ name, query, spaceId, columns: shown }: ViewProperties) => ({
  name,
  query,
  space_id: spaceId,
  columns: JSON.stringify(shown),
});

export const insertView = async ({ kysely }: Session, view: Omit<View, 'id'>): Promise<number> => {
  const { id } = await kysely
    .insertInto('views')
    .values({ ...toRow(view), author_id: view.authorId, created_at: view.createdAt, updated_at: view.updatedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const updateViewRow = async ({ kysely }: Session, view: View): Promise<void> => {
  await kysely
    .updateTable('views')
    .set({ ...toRow(view), updated_at: view.updatedAt })
    .where('id', '=', view.id)
    .execute();
};

export const deleteViewRow = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.deleteFrom('views').where('id', '=', id).execute();
};
