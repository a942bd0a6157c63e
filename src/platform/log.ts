import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

interface RoutedRequest {
  readonly method: string;
  readonly params: unknown;
  readonly routeOptions: { readonly url?: string | undefined };
}

/** What may be logged of an address: the route that answered, with its numbers. Keys can stand anywhere else in a URL. */
export const loggablePath = ({ params, routeOptions: { url } }: RoutedRequest): string => {
  const values = params as Readonly<Record<string, unknown>> | undefined;
  return (url ?? '…').replace(/:(\w+)/gu, (_, name: string) => {
    const value = String(values?.[name] ?? '');
    return /^\d{1,20}$/u.test(value) ? value : '…';
  });
};

/** The structured log: one JSON object a line on standard output, without keys and passwords. */
export const createLog = (level: LogLevel, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      redact: ['*.password', '*.key', '*.token', '*.authorization', '*.headers'],
      serializers: {
        err: stdSerializers.err,
        req: (request: RoutedRequest) => ({ method: request.method, path: loggablePath(request) }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      },
    },
    ...(destination === undefined ? [] : [destination]),
  );
