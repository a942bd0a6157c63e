import { Client } from 'pg';

/** The channel on which processes tell each other that configuration has changed. */
export const CONFIGURATION_CHANNEL = 'casekeep_configuration';

/** How long to wait before a lost connection is opened again, in milliseconds. */
const RECONNECT_MS = 1_000;

interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  /** Called for each notification, and once after each interruption, because notices may have been missed. */
  readonly onNotice: () => void;
}

interface Listener {
  /** False while the connection is lost: then nothing held in memory can be trusted. */
  isListening(): boolean;
  close(): Promise<void>;
}

/** Listens on a channel of PostgreSQL and reconnects by itself. */
export const listen = async ({ url, channel, onNotice }: ListenOptions): Promise<Listener> => {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true });
    next.on('notification', onNotice);
    next.on('error', () => lose(next));
    next.on('end', () => lose(next));
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
    onNotice();
  };
  const lose = (lost: Client): void => {
    if (client === lost) client = undefined;
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      connect().catch(() => lose(lost));
    }, RECONNECT_MS);
    timer.unref();
  };

  await connect();
  return {
    isListening: () => client !== undefined,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
};
