import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Viewer } from './viewer.ts';

/** A page on which somebody looks at a case. */
export interface ViewerPage {
  readonly userId: number;
  readonly pageId: string;
  readonly caseId: number;
}

const save = prepared((db, value: ViewerPage & { until: number }) =>
  db
    .insertInto('case_viewers')
    .values({ user_id: value.userId, page_id: value.pageId, case_id: value.caseId, until: value.until })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'page_id']).doUpdateSet({ case_id: value.caseId, until: value.until }),
    ),
);

export const saveViewerPage = async (
  session: Session,
  page: ViewerPage & { readonly until: number },
): Promise<void> => {
  await save.all(session, page);
};

/** A page that shows another case by now is left alone. */
export const deleteViewerPage = async ({ kysely }: Session, { userId, pageId, caseId }: ViewerPage): Promise<void> => {
  await kysely
    .deleteFrom('case_viewers')
    .where('user_id', '=', userId)
    .where('page_id', '=', pageId)
    .where('case_id', '=', caseId)
    .execute();
};

const pagesOfUser = prepared((db, value: { userId: number }) =>
  db
    .selectFrom('case_viewers')
    .select('page_id as pageId')
    .where('user_id', '=', value.userId)
    .orderBy('until', 'desc'),
);

/** Forgets all pages of somebody but so many that were heard of last. */
export const keepLastPages = async (session: Session, userId: number, count: number): Promise<void> => {
  const pages = (await pagesOfUser.all(session, { userId })) as { readonly pageId: string }[];
  const old = pages.slice(count).map(({ pageId }) => pageId);
  if (old.length === 0) return;
  const { kysely } = session;
  await kysely.deleteFrom('case_viewers').where('user_id', '=', userId).where('page_id', 'in', old).execute();
};

interface AtCase {
  readonly caseId: number;
  readonly now: number;
}

const ofCase = prepared((db, value: AtCase) =>
  db
    .selectFrom('case_viewers')
    .innerJoin('users', 'users.id', 'case_viewers.user_id')
    .leftJoin('avatars', 'avatars.user_id', 'users.id')
    .select(['users.id as userId', 'users.display_name as displayName', 'avatars.created_at as avatarAt'])
    .distinct()
    .where('case_id', '=', value.caseId)
    .where('until', '>', value.now)
    .orderBy('users.id'),
);

/** Who looks at the case, each of them once. */
export const selectViewers = async (session: Session, asked: AtCase): Promise<Viewer[]> =>
  (await ofCase.all(session, asked)) as Viewer[];

interface ViewerAnywhere {
  readonly caseId: number;
  readonly spaceId: number;
  readonly userId: number;
}

const everywhere = prepared((db, value: { now: number }) =>
  db
    .selectFrom('case_viewers')
    .innerJoin('cases', 'cases.id', 'case_viewers.case_id')
    .select(['case_id as caseId', 'cases.space_id as spaceId', 'user_id as userId'])
    .distinct()
    .where('until', '>', value.now)
    .orderBy('case_id')
    .orderBy('user_id'),
);

/** Who looks at which case, in an order that is always the same. */
export const selectAllViewers = async (session: Session, now: number): Promise<ViewerAnywhere[]> =>
  (await everywhere.all(session, { now })) as ViewerAnywhere[];

/** Forgets what is not believed any more. */
export const deleteViewersUntil = async ({ kysely }: Session, now: number): Promise<void> => {
  await kysely.deleteFrom('case_viewers').where('until', '<=', now).execute();
};
