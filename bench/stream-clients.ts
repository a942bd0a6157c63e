// Clients that listen to the event stream, in a process of their own: they read as fast as they can, remember the last
// event, and connect again from there when they are cut off. Orders and answers travel by the channel of child_process.fork.

import { createConnection, type Socket } from 'node:net';

/** What the clients are told to do. */
export type StreamOrder =
  | { readonly do: 'listen'; readonly port: number; readonly keys: readonly string[]; readonly clients: number }
  /** Wait until everybody has heard the event with this cursor. */
  | { readonly do: 'wait'; readonly cursor: string; readonly timeoutMs: number }
  | { readonly do: 'hang up' };

/** What has become of the clients. */
export interface StreamReport {
  readonly connected: number;
  /** How many have heard what was waited for. */
  readonly arrived: number;
  readonly bytes: number;
  /** How often a client was cut off and came again. */
  readonly reconnects: number;
  /** Of the process since it began, in milliseconds. */
  readonly processorMs: number;
}

const LOOK_MS = 20;
const CONNECT_TIMEOUT_MS = 60_000;
/** Room for the longest line with a cursor at the end of what has arrived. */
const TAIL_BYTES = 1_024;

interface Client {
  socket: Socket;
  isOpen: boolean;
  lastId: string;
}

let clients: Client[] = [];
let bytes = 0;
let reconnects = 0;

const listen = (port: number, key: string): Client => {
  const client: Client = { socket: connect(port, key, ''), isOpen: false, lastId: '' };
  const attach = (socket: Socket): void => {
    client.socket = socket;
    socket.on('data', (part: Buffer) => {
      client.isOpen = true;
      bytes += part.length;
      client.lastId = lastIdIn(part) ?? client.lastId;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      client.isOpen = false;
      if (!clients.includes(client)) return;
      reconnects += 1;
      attach(connect(port, key, client.lastId));
    });
  };
  attach(client.socket);
  return client;
};

const connect = (port: number, key: string, lastId: string): Socket => {
  const socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
  const goOn = lastId === '' ? '' : `Last-Event-ID: ${lastId}\r\n`;
  socket.write(
    `GET /api/v1/events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${key}\r\nAccept: text/event-stream\r\n${goOn}\r\n`,
  );
  return socket;
};

const lastIdIn = (part: Buffer): string | undefined => {
  const tail = part.toString('latin1', Math.max(0, part.length - TAIL_BYTES));
  const start = tail.lastIndexOf('id: ');
  const end = tail.indexOf('\n', start);
  return start === -1 || end === -1 ? undefined : tail.slice(start + 'id: '.length, end);
};

const positionOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64url').toString('latin1').slice(4));

const until = async (isDone: () => boolean, timeoutMs: number): Promise<void> => {
  const deadline = performance.now() + timeoutMs;
  while (!isDone() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
};

const report = (cursor: string | undefined): StreamReport => {
  const { user, system } = process.cpuUsage();
  return {
    connected: clients.filter(({ isOpen }) => isOpen).length,
    arrived: cursor === undefined ? 0 : clients.filter(({ lastId }) => hasHeard(lastId, cursor)).length,
    ...{ bytes, reconnects, processorMs: (user + system) / 1_000 },
  };
};

const hasHeard = (lastId: string, cursor: string): boolean => positionOf(lastId) >= positionOf(cursor);

const obey = async (order: StreamOrder): Promise<StreamReport> => {
  if (order.do === 'listen') {
    clients = Array.from({ length: order.clients }, (_, index) =>
      listen(order.port, order.keys[index % order.keys.length] ?? ''),
    );
    await until(() => clients.every(({ isOpen }) => isOpen), CONNECT_TIMEOUT_MS);
    return report(undefined);
  }
  if (order.do === 'wait') {
    await until(() => clients.every(({ lastId }) => hasHeard(lastId, order.cursor)), order.timeoutMs);
    return report(order.cursor);
  }
  const last = report(undefined);
  const gone = clients;
  clients = [];
  for (const { socket } of gone) socket.destroy();
  return last;
};

process.on('message', async (order: StreamOrder) => {
  process.send?.(await obey(order));
});
