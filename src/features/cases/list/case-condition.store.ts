import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { idsIn } from '../../../platform/database/ids-in.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type CaseCondition, referenceColumns } from './case-selection.ts';

type Of<K extends CaseCondition['kind']> = Extract<CaseCondition, { readonly kind: K }>;
type Sql = RawBuilder<SqlBool>;

/** The condition in SQL, about a row of `cases`. Texts must have been taken out before. */
export const conditionSql = (session: Session, condition: CaseCondition): Sql => {
  switch (condition.kind) {
    case 'all':
      return combined(session, condition.of, { by: sql` and `, ofNothing: sql<SqlBool>`1 = 1` });
    case 'any':
      return combined(session, condition.of, { by: sql` or `, ofNothing: sql<SqlBool>`1 = 0` });
    case 'not':
      // What compares with nothing is not true, and its opposite is.
      return sql<SqlBool>`(${conditionSql(session, condition.of)}) is not true`;
    case 'reference':
      return referenceSql(session, condition);
    case 'instant':
      return betweenSql(columns[condition.property], condition);
    case 'number':
      return betweenSql('cases.id', { from: condition.from, before: condition.to === null ? null : condition.to + 1 });
    case 'tag':
      return isInList('case_tags', textsIn(session, 'case_tags.folded_name', condition.folded));
    case 'recipient':
      return isInList('case_recipients', idsIn(session, 'case_recipients.user_id', condition.ids));
    case 'externalId':
      return isInList('case_external_ids', textsIn(session, 'case_external_ids.external_id', condition.externalIds));
    case 'has':
      return hasSql(condition);
    case 'hasComment':
      return hasCommentSql(session, condition);
    case 'text':
      throw new Error('Texts are not looked for by SQL.');
  }
};

interface Combination {
  readonly by: RawBuilder<unknown>;
  readonly ofNothing: Sql;
}

const combined = (session: Session, of: readonly CaseCondition[], { by, ofNothing }: Combination): Sql =>
  of.length === 0
    ? ofNothing
    : sql<SqlBool>`(${sql.join(
        of.map((each) => conditionSql(session, each)),
        by,
      )})`;

const columns = { createdAt: 'cases.created_at', updatedAt: 'cases.updated_at', dueOn: 'cases.due_on' } as const;

const referenceSql = (session: Session, { property, ids }: Of<'reference'>): Sql => {
  const column = `cases.${referenceColumns[property]}`;
  const some = ids.filter((id) => id !== 0);
  const [only = 0] = some;
  const isOne = some.length === 1 ? sql<SqlBool>`${sql.ref(column)} = ${only}` : idsIn(session, column, some);
  return ids.includes(0) ? sql<SqlBool>`(${sql.ref(column)} is null or ${isOne})` : isOne;
};

const betweenSql = (column: string, { from, before }: Pick<Of<'instant'>, 'from' | 'before'>): Sql => {
  const bounds = [
    ...(from === null ? [] : [sql<SqlBool>`${sql.ref(column)} >= ${from}`]),
    ...(before === null ? [] : [sql<SqlBool>`${sql.ref(column)} < ${before}`]),
  ];
  return bounds.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(bounds, sql` and `)})`;
};

const textsIn = ({ dialect }: Session, column: string, texts: readonly string[]): Sql =>
  dialect === 'sqlite'
    ? sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(texts)}))`
    : sql<SqlBool>`${sql.ref(column)} = any(${texts})`;

type ListTable = 'case_tags' | 'case_recipients' | 'case_external_ids';

const listTables = {
  tag: 'case_tags',
  recipient: 'case_recipients',
  externalId: 'case_external_ids',
} as const satisfies Record<string, ListTable>;

const isInList = (table: ListTable, condition: Sql): Sql => {
  const caseId = sql.ref(`${table}.case_id`);
  return sql<SqlBool>`exists (select 1 from ${sql.table(table)} where ${caseId} = cases.id and ${condition})`;
};

const hasSql = ({ what }: Of<'has'>): Sql => {
  if (what === 'attachment') return sql<SqlBool>`cases.attachment_count > 0`;
  if (what === 'dueOn') return sql<SqlBool>`cases.due_on is not null`;
  return isInList(listTables[what], sql<SqlBool>`1 = 1`);
};

const hasCommentSql = (session: Session, { internalIn }: Of<'hasComment'>): Sql => {
  const may = internalIn === 'all' ? sql<SqlBool>`1 = 1` : idsIn(session, 'cases.space_id', internalIn);
  return sql<SqlBool>`(cases.comment_count > 0 or (cases.internal_comment_count > 0 and ${may}))`;
};
