import { prepared } from '../../../platform/database/prepared.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { HistoryProperty } from './case-change.ts';

interface AtTime {
  readonly caseId: number;
  readonly at: number;
}

interface AtRevision {
  readonly caseId: number;
  readonly revision: number;
}

const latestAt = prepared((db, value: AtTime) =>
  db
    .selectFrom('case_history')
    .select(({ fn }) => fn.max('revision').as('revision'))
    .where('case_id', '=', value.caseId)
    .where('at', '<=', value.at),
);

/** The revision that the case was at; undefined for a time before the first one. */
export const selectRevisionAt = async (session: Session, at: AtTime): Promise<number | undefined> =>
  (await latestAt.first(session, at))?.revision ?? undefined;

const ofRevision = prepared((db, value: AtRevision) =>
  db
    .selectFrom('case_history')
    .select(({ fn }) => fn.min('at').as('at'))
    .where('case_id', '=', value.caseId)
    .where('revision', '=', value.revision),
);

/** When the revision was made; undefined when there is none. */
export const selectTimeOfRevision = async (session: Session, revision: AtRevision): Promise<number | undefined> =>
  (await ofRevision.first(session, revision))?.at ?? undefined;

const updated = prepared((db, value: AtRevision) =>
  db
    .selectFrom('case_history')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('case_id', '=', value.caseId)
    .where('revision', '<=', value.revision)
    // Moving a case to the bin is no update of it, taking it out is.
    .where((where) => where.or([where('property', '!=', 'deletedAt'), where('new_value', '=', 'null')])),
);

/** When the last change up to this revision was made that updated the case. */
export const selectUpdatedBy = async (session: Session, revision: AtRevision): Promise<number | undefined> =>
  (await updated.first(session, revision))?.at ?? undefined;

const valuesBefore = prepared((db, value: AtRevision) =>
  db
    .selectFrom('case_history')
    .select(['property', 'old_value as oldValue'])
    .where(({ eb, selectFrom }) =>
      eb(
        'id',
        'in',
        selectFrom('case_history')
          .select(({ fn }) => fn.min('id').as('id'))
          .where('case_id', '=', value.caseId)
          .where('revision', '>', value.revision)
          .groupBy('property'),
      ),
    ),
);

/** What the properties that were changed after this revision had been until then. */
export const selectValuesBefore = async (
  session: Session,
  revision: AtRevision,
): Promise<ReadonlyMap<HistoryProperty, unknown>> => {
  const rows = await valuesBefore.all(session, revision);
  return new Map(rows.map(({ property, oldValue }) => [property as HistoryProperty, JSON.parse(oldValue)]));
};

const comments = prepared((db, value: AtTime) =>
  db
    .selectFrom('comments')
    .select(({ eb, fn }) => [
      'is_internal as isInternal',
      fn
        .sum<number>(
          eb
            .case()
            .when(eb.or([eb('deleted_at', 'is', null), eb('deleted_at', '>', value.at)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('count'),
      fn.max('created_at').as('created'),
      fn.max(eb.case().when('edited_at', '<=', value.at).then(eb.ref('edited_at')).end()).as('edited'),
      fn.max(eb.case().when('deleted_at', '<=', value.at).then(eb.ref('deleted_at')).end()).as('deleted'),
    ])
    .where('case_id', '=', value.caseId)
    .where('created_at', '<=', value.at)
    .groupBy('is_internal'),
);

const files = prepared((db, value: AtTime) =>
  db
    .selectFrom('attachments')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('created_at').as('last')])
    .where('case_id', '=', value.caseId)
    .where('comment_id', 'is', null)
    .where('created_at', '<=', value.at),
);

/** What was at the case by then (of files, those that are there still), and when the last of it came that updated the case. */
export const selectCountsAt = async (session: Session, at: AtTime) => {
  const byKind = await comments.all(session, at);
  const open = byKind.find(({ isInternal }) => !isInternal);
  const internal = byKind.find(({ isInternal }) => Boolean(isInternal));
  const attached = await files.first(session, at);
  return {
    commentCount: Number(open?.count ?? 0),
    internalCommentCount: Number(internal?.count ?? 0),
    attachmentCount: attached?.count ?? 0,
    updatedAt: Math.max(open?.created ?? 0, open?.edited ?? 0, open?.deleted ?? 0, attached?.last ?? 0),
  };
};
