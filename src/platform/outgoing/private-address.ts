import { BlockList, isIPv6 } from 'node:net';

/** Networks that are not the internet's. Source: IANA special-purpose address registries, RFC 6890 and its updates. */
const networks = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
  ipv6: [
    ['::', 128],
    ['::1', 128],
    // Each of these carries an IPv4 address inside, which may be any.
    ['::ffff:0:0', 96],
    ['::ffff:0:0:0', 96],
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['2001::', 32],
    ['2002::', 16],
    ['100::', 64],
    ['2001:db8::', 32],
    ['3fff::', 20],
    ['5f00::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
  ],
} as const;

const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const [network, prefix] of networks[family]) blocked[family].addSubnet(network, prefix, family);
}

/** Whether an IP address leads to this machine, to the network around it, or nowhere, instead of the internet. */
export const isPrivateAddress = (address: string): boolean => {
  const bare = address.replace(/%.*$/u, '');
  const family = isIPv6(bare) ? 'ipv6' : 'ipv4';
  return blocked[family].check(bare, family);
};
