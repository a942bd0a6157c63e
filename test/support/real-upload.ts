import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import type { TestApp } from './test-app.ts';
import { BOUNDARY } from './uploads.ts';

/** An upload over a real connection, byte by byte in the test's hands. */
export interface RealUpload {
  readonly socket: Socket;
  /** Everything that came back so far. */
  received(): string;
  /** Writes, and waits until the other side has taken it; false when the connection is closed. */
  write(bytes: string | Buffer): Promise<boolean>;
  /** Waits until the connection is closed and answers with everything that came back. */
  closed(): Promise<string>;
}

export const PART_HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="big.bin"\r\n\r\n`;
export const BODY_END = `\r\n--${BOUNDARY}--\r\n`;

/** One chunk of a chunked body. */
export const chunk = (bytes: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${Buffer.byteLength(bytes).toString(16)}\r\n`),
    Buffer.from(bytes as string),
    Buffer.from('\r\n'),
  ]);

interface BeginUpload {
  readonly path: string;
  readonly headers: readonly string[];
  readonly key?: string;
}

/** Opens a connection to the app, which listens, and sends the headers of an upload. */
export const beginUpload = async (
  { app }: TestApp,
  { path, headers, key = SANDBOX_KEY }: BeginUpload,
): Promise<RealUpload> => {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let received = '';
  socket.on('data', (part) => {
    received += part.toString('latin1');
  });
  // A server that answers before it has read everything may reset the connection.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const head = [
    `POST /api/cases/${path}/attachments HTTP/1.1`,
    'Host: 127.0.0.1',
    `Rest-Api-Key: ${key}`,
    `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
    ...headers,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return {
    socket,
    received: () => received,
    write: (bytes) =>
      new Promise((resolve) => {
        if (socket.destroyed || !socket.writable) return resolve(false);
        socket.write(bytes, (error) => resolve(error === null || error === undefined));
      }),
    closed: async () => {
      await closed;
      return received;
    },
  };
};
