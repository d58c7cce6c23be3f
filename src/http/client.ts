import { normaliseIp, rangeMatcher } from '../base/ip.ts';
import type { Incoming } from './message.ts';

/** Who asks, and under which address they see the site. */
export interface Client {
  /** Normalised. */
  readonly address: string;
  readonly https: boolean;
  /** Scheme, host and port. */
  readonly origin: string;
  /** Whether a trusted proxy stands between. */
  readonly proxied: boolean;
}

const HOST = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;

/** One hop of `X-Forwarded-For`: an address, perhaps with a port; null when it is neither. */
function hopAddress(hop: string): string | null {
  const text = hop.trim();
  const port = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(text);
  return normaliseIp(port?.[1] ?? port?.[2] ?? text);
}

/**
 * Makes the function that tells who asks. Headers are believed from the proxies alone: the client is the rightmost hop
 * of `X-Forwarded-For` that is no trusted proxy, and a hop that is no address ends the way back.
 */
export function createClientReader(trustedProxies: readonly string[]): (incoming: Incoming) => Client {
  const trusted = rangeMatcher(trustedProxies);
  const peers = new Map<string, { address: string; trusted: boolean }>();

  const readPeer = (peer: string): { address: string; trusted: boolean } => {
    const known = peers.get(peer);
    if (known) return known;
    const address = normaliseIp(peer) ?? peer;
    const read = { address, trusted: trustedProxies.length > 0 && trusted(address) };
    if (peers.size >= 1000) peers.clear();
    peers.set(peer, read);
    return read;
  };

  return ({ headers, peer, encrypted }) => {
    const socket = readPeer(peer);
    let { address } = socket;
    let https = encrypted;
    let host = single(headers[':authority'] ?? headers.host);
    if (socket.trusted) {
      const hops = single(headers['x-forwarded-for'])?.split(',') ?? [];
      while (hops.length > 0 && trusted(address)) {
        const hop = hopAddress(hops.pop() ?? '');
        if (hop === null) break;
        address = hop;
      }
      const scheme = single(headers['x-forwarded-proto'])?.split(',').at(-1)?.trim().toLowerCase();
      if (scheme === 'https' || scheme === 'http') https = scheme === 'https';
      host = single(headers['x-forwarded-host'])?.split(',').at(-1)?.trim() ?? host;
    }
    if (host === undefined || !HOST.test(host)) host = 'localhost';
    return { address, https, origin: `${https ? 'https' : 'http'}://${host}`, proxied: socket.trusted };
  };
}
