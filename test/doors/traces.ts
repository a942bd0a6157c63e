import { followActivities } from '../../src/features/activities/follow-activities.ts';
import { followNotifications } from '../../src/features/notifications/follow-notifications.ts';
import { createWebhook } from '../../src/features/webhooks/create-webhook.ts';
import { deliverWebhooks } from '../../src/features/webhooks/deliver-webhooks.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import type { TestApp } from '../support/test-app.ts';
import { WebhookReceiver } from '../support/webhook-receiver.ts';
import { type Door, RefusedError } from './door.ts';

/** What a change leaves in the database and sends to webhooks, case by case, without IDs of new rows, times, and the name of the door. */
export interface Traces {
  readonly outcome: 'done' | 'refused';
  readonly history: readonly unknown[];
  readonly events: readonly unknown[];
  readonly activities: readonly unknown[];
  readonly notifications: readonly unknown[];
  /** What a webhook for everything was sent. */
  readonly deliveries: readonly unknown[];
  /** The rows that the change is about, as they are afterwards, by table. */
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

type Row = Readonly<Record<string, unknown>>;

/** The server with a webhook for everything that happens. */
export interface WatchedApp extends TestApp {
  readonly receiver: WebhookReceiver;
}

/** Sends everything that happens to a receiver from now on, which is closed with the server. */
export const watch = async (testApp: TestApp): Promise<WatchedApp> => {
  const receiver = await new WebhookReceiver().start();
  await createWebhook(testApp.operator, { url: receiver.url, types: ['*'] });
  const close = async () => {
    await receiver.close();
    await testApp.close();
  };
  return { ...testApp, receiver, close };
};

/** Tables with IDs of their own, and what refers to them is called in payloads and in histories of cases. */
const tables = {
  spaces: ['spaceId'],
  projects: ['projectId'],
  sections: ['sectionId'],
  milestones: ['milestoneId'],
  statuses: ['statusId'],
  priorities: ['priorityId'],
  cases: ['caseId'],
  comments: ['commentId', 'parentId'],
  attachments: ['attachmentId'],
  users: ['userId'],
  api_keys: ['keyId'],
} as const;
type Table = keyof typeof tables;
const tableNames = Object.keys(tables) as Table[];
const tableOf = new Map<string, Table>(tableNames.flatMap((table) => tables[table].map((name) => [name, table])));

/** The administrator, whose key is used at all doors that take one. */
const ADMINISTRATOR_ID = 1;

const camelCase = (column: string): string => column.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());

/** Tells the same of equal changes, whatever IDs and times they got. */
class Teller {
  readonly #highest: Readonly<Record<Table, number>>;
  readonly #names = new Map<string, string>();

  /** Rows with higher IDs are new: they are told by the order in which they come up. */
  constructor(highest: Readonly<Record<Table, number>>) {
    this.#highest = highest;
  }

  value(name: string, value: unknown): unknown {
    const table = tableOf.get(name);
    if (table !== undefined && typeof value === 'number') return this.#id(table, value);
    if (name.endsWith('At') && name !== 'dueAt') return value === null ? null : 'an instant';
    if (name === 'storageKey' || name === 'keyHash') return 'a random name';
    // The operator of the machine needs no key to make one.
    if (name === 'madeWithKeyId') return 'the key of whoever acts';
    // Names that have to be new have a number, which says nothing.
    if (typeof value === 'string') return value.replaceAll(/ no\. \d+|\.no\.\d+/gu, '');
    return value;
  }

  #id(table: Table, id: number): number | string {
    if (id <= this.#highest[table]) return id;
    const known = this.#names.get(`${table} ${id}`);
    const name = known ?? `${table} new ${[...this.#names.keys()].filter((each) => each.startsWith(table)).length + 1}`;
    this.#names.set(`${table} ${id}`, name);
    return name;
  }

  payload(json: unknown): Row {
    const values: Row = JSON.parse(String(json));
    // What something is merged into is of the kind that the payload begins with.
    const [kind = ''] = Object.keys(values);
    const told = Object.entries(values).map(([name, value]) => [
      name,
      this.value(name === 'intoId' ? kind : name, value),
    ]);
    return Object.fromEntries(told);
  }

  row(table: string, row: Row): Row {
    const told = Object.entries(row).map(([column, value]) => {
      const name = column === 'id' ? (tables[table as Table]?.[0] ?? column) : camelCase(column);
      return [name, this.value(name, isNumeric(value) ? Number(value) : value)] as const;
    });
    return Object.fromEntries(told);
  }
}

/** PostgreSQL answers large integers as texts. */
const isNumeric = (value: unknown): boolean => typeof value === 'bigint';

interface Acting {
  readonly testApp: WatchedApp;
  readonly door: Door;
}

/** `whoever acts`, or what is recorded instead. */
const doerOf = ({ door }: Acting, row: Row, keyId: number): unknown => {
  const { actor_id: actor, key_id: key, door: recorded } = row;
  const expected = door.isOperators ? [null, null] : [ADMINISTRATOR_ID, keyId];
  const isRight = actor === expected[0] && key === expected[1] && recorded === door.recordedAs;
  return isRight ? 'whoever acts' : { actor, key, recorded };
};

const highestIds = async ({ rows }: TestApp): Promise<Record<Table, number>> => {
  const selects = tableNames.map((table) => `(select coalesce(max(id), 0) from ${table}) as ${table}`);
  const [highest = {}] = await rows(`select ${selects.join(', ')}`);
  return Object.fromEntries(tableNames.map((table) => [table, Number(highest[table])])) as Record<Table, number>;
};

const lastEventId = async ({ rows }: TestApp): Promise<number> =>
  Number((await rows('select coalesce(max(id), 0) as id from events'))[0]?.['id']);

/** What the program does by itself after a change. */
const letFollow = async ({ platform }: TestApp): Promise<void> => {
  await platform.database.noticeChanges();
  const ctx = new Context(platform, operator('jobs'));
  await followActivities.run(ctx);
  await followNotifications.run(ctx);
  await deliverWebhooks.run(ctx);
};

/** Makes a change through a door and collects what it leaves. */
export const leftBy = async <Subject>(
  acting: Acting,
  { prepare, make }: { prepare: () => Promise<Subject>; make: (subject: Subject) => Promise<void> },
): Promise<Traces> => {
  const { testApp } = acting;
  await testApp.platform.database.noticeChanges();
  const highest = await highestIds(testApp);
  const subject = await prepare();
  const since = await lastEventId(testApp);
  const [history] = await testApp.rows('select coalesce(max(id), 0) as id from case_history');
  const outcome = await outcomeOf(make(subject));
  await letFollow(testApp);
  return { outcome, ...(await collect(acting, { highest, since, historySince: Number(history?.['id']) })) };
};

const outcomeOf = async (made: Promise<void>): Promise<Traces['outcome']> => {
  try {
    await made;
    return 'done';
  } catch (error) {
    if (error instanceof RefusedError) return 'refused';
    throw error;
  }
};

interface Marks {
  readonly highest: Readonly<Record<Table, number>>;
  readonly since: number;
  readonly historySince: number;
}

const collect = async (acting: Acting, marks: Marks): Promise<Omit<Traces, 'outcome'>> => {
  const { rows, receiver } = acting.testApp;
  const teller = new Teller(marks.highest);
  const [key] = await rows(`select id from api_keys where user_id = ${ADMINISTRATOR_ID} order by id`);
  const by = (row: Row) => doerOf(acting, row, Number(key?.['id']));
  const history = await rows(`select * from case_history where id > ${marks.historySince} order by case_id, id`);
  const events = await rows(`select * from events where id > ${marks.since} order by case_id, id`);
  const placeOf = (id: unknown) => events.findIndex((event) => Number(event['id']) === Number(id));
  const told = await rows(`select * from activities where event_id > ${marks.since}`);
  const sent = await rows(`select * from notifications where event_id > ${marks.since} order by user_id, reason`);
  const inPlace = (rowsOfEvents: readonly Row[]) =>
    rowsOfEvents.toSorted((one, other) => placeOf(one['event_id']) - placeOf(other['event_id']));
  return {
    history: history.map((row) => ({
      ...{ caseId: teller.value('caseId', row['case_id']), revision: row['revision'], property: row['property'] },
      oldValue: teller.value(String(row['property']), JSON.parse(String(row['old_value']))),
      newValue: teller.value(String(row['property']), JSON.parse(String(row['new_value']))),
      by: by(row),
    })),
    events: events.map((row) => ({
      ...{ type: row['type'], spaceId: teller.value('spaceId', row['space_id']) },
      ...{ caseId: teller.value('caseId', row['case_id']), payload: teller.payload(row['payload']), by: by(row) },
    })),
    activities: inPlace(told).map(({ event_id, user_id, ...row }) => ({
      ...{ event: placeOf(event_id), user: userOf(acting, user_id), ...teller.row('activities', row) },
    })),
    notifications: inPlace(sent).map(({ id: _, event_id, ...row }) => ({
      ...{ event: placeOf(event_id), ...teller.row('notifications', row) },
    })),
    deliveries: delivered(receiver, marks.since).map(({ id, at: _, actor, payload, ...event }) => ({
      ...{ event: placeOf(id), ...teller.row('events', event), payload: teller.payload(JSON.stringify(payload)) },
      by: by({ actor_id: actor.userId, key_id: actor.keyId, door: actor.door }),
    })),
    rows: await newRows(acting.testApp, marks.highest, teller),
  };
};

/** What arrived about events after this one, case by case: only within a case there is an order. */
const delivered = ({ accepted }: WebhookReceiver, since: number) =>
  accepted
    .splice(0)
    .map(({ event }) => event)
    .filter(({ id }) => id > since)
    .toSorted((one, other) => (one.caseId ?? 0) - (other.caseId ?? 0));

const userOf = ({ door }: Acting, userId: unknown): unknown =>
  userId === (door.isOperators ? null : ADMINISTRATOR_ID) ? 'whoever acts' : userId;

/** The rows that were prepared for the change, or made by it. */
const newRows = async ({ rows }: TestApp, highest: Readonly<Record<Table, number>>, teller: Teller) => {
  const found: Record<string, Row[]> = {};
  for (const table of tableNames) {
    const all = await rows(`select * from ${table} where id > ${highest[table]} order by id`);
    found[table] = all.map((row) => teller.row(table, row));
  }
  const members = await rows(`select * from space_members where space_id > ${highest.spaces}
    order by space_id, user_id`);
  return { ...found, members: members.map((row) => teller.row('space_members', row)) };
};
