import { isIP } from 'node:net';
import type { Services } from '../../auth/services.ts';

/** Whom keys belong to. */
export interface RelyingParty {
  /** Host name. */
  readonly id: string;
  readonly origin: string;
}

/**
 * The site as keys know it, from its public address; null where browsers offer no keys: on a bare IP address, and
 * without https except on `localhost`.
 */
export function relyingParty({ publicUrl }: Pick<Services, 'publicUrl'>): RelyingParty | null {
  const address = publicUrl();
  if (!URL.canParse(address)) return null;
  const { hostname, origin, protocol } = new URL(address);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || isLocal ? { id: hostname, origin } : null;
}
