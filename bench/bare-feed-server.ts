// The bare limit of reading the event log: node:http, one statement, JSON put together as text, and nothing else.
// Usage: node bench/bare-feed-server.ts <data directory or postgres://…>

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Pool, types } from 'pg';

interface LoggedRow {
  readonly position: number;
  readonly id: number;
  readonly type: string;
  readonly spaceId: number | null;
  readonly caseId: number | null;
  readonly actorId: number | null;
  readonly keyId: number | null;
  readonly door: string;
  readonly at: number;
  readonly payload: string;
}

type ReadPage = (after: number, length: number) => LoggedRow[] | Promise<LoggedRow[]>;

const columns =
  'id, type, space_id as "spaceId", case_id as "caseId", actor_id as "actorId", key_id as "keyId", door, at, payload';

const sqliteReader = (dataDir: string): ReadPage => {
  const database = new DatabaseSync(join(dataDir, 'casekeep.db'), { readOnly: true });
  const page = database.prepare(`select ${columns}, id as position from events where id > ? order by id limit ?`);
  return (after, length) => page.all(after, length) as unknown as LoggedRow[];
};

const postgresReader = (url: string): ReadPage => {
  types.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({ connectionString: url });
  const text = `select ${columns}, position from events where position > $1 order by position limit $2`;
  return async (after, length) => (await pool.query({ name: 'page', text, values: [after, length] })).rows;
};

const [place = ''] = process.argv.slice(2);
const readPage = place.startsWith('postgres') ? postgresReader(place) : sqliteReader(place);

const cursorOf = (position: number): string => Buffer.from(`log:${position}`).toString('base64url');
const positionOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64url').toString('latin1').slice(4));

const written = ({ id, type, at, spaceId, caseId, actorId, keyId, door, payload }: LoggedRow): string =>
  `{"id":${id},"type":"${type}","at":"${new Date(at).toISOString()}","spaceId":${spaceId},"caseId":${caseId},"actor":{"userId":${actorId},"keyId":${keyId},"door":"${door}"},"payload":${payload}}`;

const pageJson = async (url: string): Promise<string> => {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const limit = Number(query.get('limit'));
  // One more tells whether there is more.
  const found = await readPage(positionOf(query.get('after') ?? ''), limit + 1);
  const rows = found.slice(0, limit);
  const next = cursorOf(rows.at(-1)?.position ?? 0);
  return `{"items":[${rows.map(written).join(',')}],"next":"${next}","hasMore":${found.length > limit}}`;
};

const server = createServer(async ({ url = '' }, response) => {
  const json = await pageJson(url);
  const length = Buffer.byteLength(json);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
  response.end(json);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`A bare server serves http://127.0.0.1:${(server.address() as AddressInfo).port} `);
});
process.once('SIGTERM', () => process.exit(0));
