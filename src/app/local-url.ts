import { isIPv6 } from 'node:net';

/** Addresses that mean "all of this machine's"; nothing can connect to them by name. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** The address of a server on this machine, as someone sitting at it would type it. */
export const localUrl = ({ host, port }: { readonly host: string; readonly port: number }): string => {
  const name = EVERYWHERE.has(host) ? 'localhost' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
};
