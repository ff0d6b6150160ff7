import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type IPVersion } from 'node:net';
import type { Config } from '../../platform/config/config';
import { Obstacle, type Reason } from '../sending/reasons';

export interface ReceiverAddress {
  address: string;
  family: 4 | 6;
}

export interface Reach {
  /** Whether a receiver may be a program on this machine itself. */
  mayBeLoopback: boolean;
}

export const reachOf = ({ WEBHOOK_LOOPBACK }: Config): Reach => ({
  mayBeLoopback: WEBHOOK_LOOPBACK === 'on',
});

const loopback = listOf('127.0.0.0/8', '::1/128');
const privateNetworks = listOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7');
/** Link-local (where clouds keep their metadata), the metadata services elsewhere, "this host", multicast, and IPv6 that wraps IPv4. */
const forbidden = listOf(
  ...['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['100.100.100.200/32', '168.63.129.16/32', 'fd00:ec2::254/128'],
  ...[
    '::/128',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2002::/16',
    '2001::/32',
  ],
);

/**
 * The one address to connect to, looked up once: a name that is looked up again could by then mean another machine.
 * A name one of whose addresses is forbidden is refused whole.
 */
export async function addressOf(url: URL, { mayBeLoopback }: Reach): Promise<ReceiverAddress> {
  const found = await lookup(hostOf(url), { all: true });
  for (const { address } of found) {
    const reason = whyNot(url.protocol, address, mayBeLoopback);
    if (reason) throw new Obstacle(reason);
  }
  return found[0] as ReceiverAddress;
}

/** Why nothing is sent to an address; a host written as a name is judged when it is looked up. */
export function whyNot(protocol: string, address: string, mayBeLoopback: boolean): Reason | null {
  const version = isIP(address);
  if (version === 0) return null;
  const within = (list: BlockList) => list.check(address, `ipv${version}` as IPVersion);
  const near = within(loopback);
  if (within(forbidden) || (near && !mayBeLoopback)) return 'receiver_forbidden';
  if (protocol !== 'https:' && !near && !within(privateNetworks)) return 'receiver_unencrypted';
  return null;
}

export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function listOf(...subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network, bits] = subnet.split('/');
    list.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
