import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What may be logged of a URL: keys travel in the query, also behind an `&` without any `?`, and links in the path. */
export const loggablePath = (url: string): string =>
  (/^(?:(?!%3f|%26)[^?&])*/iu.exec(url)?.[0] ?? '').replace(/^(\/+password\/+).+/iu, '$1…');

/** The structured log: one JSON object a line on standard output, without keys and passwords. */
export const createLog = (level: LogLevel, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      redact: ['*.password', '*.key', '*.token', '*.authorization', '*.headers'],
      serializers: {
        err: stdSerializers.err,
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          path: loggablePath(request.url),
        }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      },
    },
    ...(destination === undefined ? [] : [destination]),
  );
