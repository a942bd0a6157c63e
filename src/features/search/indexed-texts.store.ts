import { sql } from 'kysely';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';

interface Portion {
  /** Only what has a higher ID. */
  readonly after: number;
  readonly limit: number;
}

const ofCases = prepared((db, value: Portion) =>
  db
    .selectFrom('cases')
    .select(['id', 'title', 'description'])
    .select(
      sql<string | null>`(select string_agg(name, ',' order by position) from case_tags where case_id = cases.id)`.as(
        'tagsCsv',
      ),
    )
    .where('id', '>', value.after)
    .orderBy('id')
    .limit(value.limit),
);

/** What of the cases is searched, those in the bin too, by ID. */
export const selectTextsOfCases = (session: Session, portion: Portion) => ofCases.all(session, portion);

const ofComments = prepared((db, value: Portion) =>
  db.selectFrom('comments').select(['id', 'text']).where('id', '>', value.after).orderBy('id').limit(value.limit),
);

/** The texts of comments, by ID. */
export const selectTextsOfComments = (session: Session, portion: Portion) => ofComments.all(session, portion);
