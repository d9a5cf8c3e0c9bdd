/** Which addresses on the network are the open internet's. Everything else is ours, our provider's or nobody's. */
import { BlockList, isIPv6 } from 'node:net';

/**
 * IPv4 addresses that aren't globally reachable (iana.org/assignments/iana-ipv4-special-registry), multicast and what is
 * kept for later. 169.254.0.0/16 holds the clouds' metadata; 168.63.129.16 is Azure's own, 192.0.0.0/24 Oracle's.
 */
const closed4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
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
];

/**
 * Of IPv6 only 2000::/3 is given out (iana.org/assignments/ipv6-unicast-address-assignments): loopback, link-local, ULA,
 * and IPv4 in its mapped and translated forms lie outside. These lie inside and are closed all the same: protocols and
 * tunnels (Teredo, 6to4), which carry an IPv4 address, and documentation.
 */
const closed6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed = new BlockList();
for (const [net, bits] of closed4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of closed6) closed.addSubnet(net, bits, 'ipv6');

/** `address` as DNS answers it: no brackets. One with a zone (`fe80::1%eth0`) is this machine's own. */
export function isPublic(address: string): boolean {
  if (address.includes('%')) return false;
  if (!isIPv6(address)) return !closed.check(address, 'ipv4');
  return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
