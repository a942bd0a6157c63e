import { isIPv6 } from 'node:net';

/** An IPv6 address has eight groups; the first four are the network, within which one machine can have any address. */
const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

/** Where requests come from, as far as one party can have no more of it: an IPv4 address, or an IPv6 network (/64). */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = [], tail] = (address.split('%')[0] ?? '').split('::').map(groupsIn);
  const missing = tail === undefined ? 0 : GROUPS - head.length - tail.length;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  return `${groups.slice(0, GROUPS_OF_NETWORK).join(':')}::/64`;
};

/** A dotted IPv4 address at the end stands for two groups; which ones does not matter for the network. */
const groupsIn = (part: string): string[] =>
  part
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => (group.includes('.') ? ['0', '0'] : [Number.parseInt(group, 16).toString(16)]));
