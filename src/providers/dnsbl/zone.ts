import { ipToHex, rangeMatcher } from '../../base/ip.ts';
import type { Config } from '../../config/index.ts';

/** One list, ready to be asked. */
export interface Zone {
  /** How the log calls it; never holds the key. */
  readonly label: string;
  /** The host name that stands for an address. */
  nameFor(address: string): string;
  /** What an answer (an IPv4 address) means. */
  verdict(answer: string): 'listed' | 'unlisted' | 'refused';
}

const MAPPED = '0'.repeat(20) + 'f'.repeat(4);

/** The labels of an address from its last to its first: octets of IPv4, nibbles of IPv6 (RFC 5782). */
export function reversedLabels(address: string): string {
  const hex = ipToHex(address);
  if (hex === null) throw new TypeError(`not an address: ${address}`);
  if (!hex.startsWith(MAPPED)) return [...hex].reverse().join('.');
  const octets = [24, 26, 28, 30].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return octets.reverse().join('.');
}

/** Lists tell in this range that they do not serve the asker, e.g. because of too many questions. */
const isRefusal = rangeMatcher(['127.255.255.0/24']);

/** Reads one entry of `dnsbl.zones`. */
export function openZone(entry: Config['dnsbl']['zones'][number]): Zone {
  const { zone, key = '', answers } = typeof entry === 'string' ? { zone: entry, answers: ['127.0.0.0/8'] } : entry;
  const template = zone.includes('{address}') ? zone : `{address}.${zone}`;
  const isListed = rangeMatcher(answers);
  return {
    label: zone,
    nameFor: (address) => template.replace('{key}', key).replace('{address}', reversedLabels(address)),
    verdict: (answer) => (isRefusal(answer) ? 'refused' : isListed(answer) ? 'listed' : 'unlisted'),
  };
}
