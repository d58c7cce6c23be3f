import { hexToIp, ipToHex, isIp, isRange, normaliseIp, rangeBounds } from '../base/ip.ts';
import type { UserRecord } from '../storage/ports/index.ts';
import type { Accounts } from './accounts.ts';

/** Whom or what a block is for. */
export type BlockTarget =
  | { readonly kind: 'account'; readonly name: string; readonly user: UserRecord }
  | {
      readonly kind: 'address' | 'range';
      /** Address, or range with its host bits cleared, in MediaWiki's spelling. */
      readonly name: string;
      /** Inclusive bounds, 32 hex digits. */
      readonly start: string;
      readonly end: string;
      /** Prefix length of a range as it is written (out of 32 or 128). */
      readonly prefix: number;
    };

/** Widest ranges that may be blocked: prefix lengths for IPv4 and IPv6 (MediaWiki's `$wgBlockCIDRLimit`). */
export const BLOCK_RANGE_LIMITS = { ipv4: 16, ipv6: 19 } as const;

/** Reads the target of a block: an account name, an address or a CIDR range. Null when there is no such account. */
export async function blockTarget(accounts: Pick<Accounts, 'find'>, text: string): Promise<BlockTarget | null> {
  if (isIp(text)) {
    const name = normaliseIp(text) ?? text;
    const hex = ipToHex(text) ?? '';
    return { kind: 'address', name, start: hex, end: hex, prefix: text.includes(':') ? 128 : 32 };
  }
  if (text.includes('/') && isRange(text)) {
    const bounds = rangeBounds(text);
    if (!bounds) return null;
    const prefix = Number(text.slice(text.indexOf('/') + 1));
    if (bounds.start === bounds.end) {
      return { kind: 'address', name: hexToIp(bounds.start), ...bounds, prefix };
    }
    return { kind: 'range', name: `${hexToIp(bounds.start)}/${prefix}`, ...bounds, prefix };
  }
  const user = await accounts.find(text);
  return user ? { kind: 'account', name: user.name, user } : null;
}

/** The prefix length that the range falls short of, when it is too wide to be blocked; else null. */
export function tooWide(target: BlockTarget): number | null {
  if (target.kind !== 'range') return null;
  const limit = target.name.includes(':') ? BLOCK_RANGE_LIMITS.ipv6 : BLOCK_RANGE_LIMITS.ipv4;
  return target.prefix < limit ? limit : null;
}
